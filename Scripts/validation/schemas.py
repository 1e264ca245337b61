"""Our schemas, as the validators that an independent library makes of them."""
import copy
import json
import pathlib
import re

import jsonschema

SCHEMAS = pathlib.Path(__file__).resolve().parent.parent.parent / "Schemas"


def load(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))


def pattern(validator, expression, instance, schema):
    """A schema's `$` is the end of the text. Python's also matches before a line break at the end, so it is written `\\Z`."""
    if validator.is_type(instance, "string") and not re.search(re.sub(r"(?<!\\)\$", r"\\Z", expression), instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {expression!r}")


def validator(schema):
    """The validator of a schema, which is validated itself."""
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def our_validator(name):
    """The validator of `Schemas/NAME.schema.json`."""
    schema = load(SCHEMAS / f"{name}.schema.json")
    made = validator(schema)
    return jsonschema.validators.extend(type(made), {"pattern": pattern})(schema)


def refused(validator, document, change, reason=""):
    """A check that cannot fail is no check: after the change, the document must be refused, and for that reason."""
    broken = copy.deepcopy(document)
    change(broken)
    messages = [error.message for error in validator.iter_errors(broken)]
    assert any(reason in message for message in messages), f"not refused as {reason!r}: {messages}"
