"""Validates all documents below a folder that diptych made: those of pages, and those of the whole folder."""
import pathlib
import sys

from schemas import load, our_validator, refused

# The documents at the top of an output folder that are about all pages.
WHOLE = ["findings", "index", "manifest"]


def main(folder):
    page = our_validator("page")
    validators = {folder / f"{name}.json": our_validator(name) for name in WHOLE}
    paths = sorted(folder.rglob("*.json"))
    pages = [path for path in paths if path not in validators]
    if not pages:
        sys.exit(f"validate-schema: no documents below {folder}")
    failed = False
    for path in paths:
        for error in validators.get(path, page).iter_errors(load(path)):
            print(f"{path}: {error.json_path}: {error.message}", file=sys.stderr)
            failed = True
    if failed:
        sys.exit(1)
    document = load(pages[0])
    refused(page, document, lambda broken: broken["page"].pop("sha256"), "'sha256' is a required property")
    refused(page, document, lambda broken: broken["summary"].update(items="3"), "'3' is not of type 'integer'")
    refused(page, document, lambda broken: broken["page"].update(sha256="0" * 64 + "\n"), "does not match")
    print(f"{len(pages)} documents valid")


main(pathlib.Path(sys.argv[1]))
