"""Tests of Scripts/ecosystem. The two builds of diptych are scripts that print what the test says."""
import io
import json
import os
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import textwrap
import unittest

ECOSYSTEM = pathlib.Path(__file__).resolve().parent.parent / "ecosystem"


def finding(rule="link", line=3, column=5, message="the link leads elsewhere", **members):
    return {
        "rule": rule, "severity": "warning", "message": message, "line": line, "column": column, "endLine": line,
        "endColumn": column + 4, "evidence": {"source": None, "target": "a"}, "fingerprint": "0123456789abcdef", **members,
    }


def report(**pages):
    """The findings of some pages, by the name of the page without `.md`."""
    return {
        "schemaVersion": 1, "generator": {"name": "diptych", "version": "0.1.0"}, "summary": {"pages": len(pages)},
        "pages": [{"path": f"FOLDER/{name}.md", "segments": 2, "findings": found} for name, found in pages.items()],
    }


class EcosystemTests(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name).resolve()
        self.pages = self.scratch / "pages"
        self.pages.mkdir()
        (self.pages / "a.md").write_text("# A\n")

    def stub(self, name, body):
        """A command that takes the arguments of `check` and `extract`: `folder` and `output` are theirs."""
        path = self.scratch / name
        path.write_text(f"#!{sys.executable}\nimport json, pathlib, sys\nfolder = sys.argv[2]\n"
                        "output = pathlib.Path(sys.argv[sys.argv.index('--output') + 1])\n" + textwrap.dedent(body))
        path.chmod(0o755)
        return path

    def checker(self, name, findings, status=1):
        text = json.dumps(findings)
        return self.stub(name, f"output.write_text({text!r}.replace('FOLDER', folder))\nsys.exit({status})\n")

    def extractor(self, name, documents):
        return self.stub(name, f"""
            for name, text in {documents!r}.items():
                output.mkdir(exist_ok=True)
                (output / name).write_text(text)
            """)

    def run_ecosystem(self, old, new, *options, folder=None):
        command = [sys.executable, ECOSYSTEM, *options, old, new, folder or self.pages]
        return subprocess.run(list(map(str, command)), capture_output=True, text=True)

    def compare(self, old, new, *options):
        """The exit status and the JSON of comparing two reports."""
        done = self.run_ecosystem(self.checker("old", old), self.checker("new", new), "--json", *options)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return done.returncode, json.loads(done.stdout)["folders"][0]

    def counts(self, folder, rule="link"):
        return {kind: folder["rules"][rule][kind] for kind in ["added", "removed", "changed", "reworded"]}

    def test_the_same_findings(self):
        status, folder = self.compare(report(a=[finding()]), report(a=[finding()]))
        self.assertEqual(status, 0)
        self.assertEqual(self.counts(folder), {"added": 0, "removed": 0, "changed": 0, "reworded": 0})
        self.assertEqual(folder["rules"]["link"]["old"], 1)

    def test_another_wording_is_no_difference(self):
        status, folder = self.compare(report(a=[finding()]), report(a=[finding(message="the link has another target")]))
        self.assertEqual(status, 0)
        self.assertEqual(self.counts(folder)["reworded"], 1)

    def test_findings_that_are_added_and_removed(self):
        status, folder = self.compare(
            report(a=[finding(), finding("number", 9)]), report(a=[finding(), finding("link", 7, message="a link is lost")]))
        self.assertEqual(status, 1)
        self.assertEqual(self.counts(folder), {"added": 1, "removed": 0, "changed": 0, "reworded": 0})
        self.assertEqual(self.counts(folder, "number"), {"added": 0, "removed": 1, "changed": 0, "reworded": 0})
        self.assertEqual(folder["rules"]["link"]["examples"]["added"][0]["new"]["line"], 7)

    def test_of_equal_findings_one_is_removed(self):
        status, folder = self.compare(report(a=[finding(), finding()]), report(a=[finding()]))
        self.assertEqual((status, self.counts(folder)["removed"]), (1, 1))

    def test_another_severity_is_a_change(self):
        status, folder = self.compare(report(a=[finding()]), report(a=[finding(severity="note", message="other words")]))
        self.assertEqual(status, 1)
        self.assertEqual(self.counts(folder), {"added": 0, "removed": 0, "changed": 1, "reworded": 0})
        self.assertEqual(folder["rules"]["link"]["changedMembers"], {"severity": 1})

    def test_a_finding_that_moved_is_a_change(self):
        status, folder = self.compare(report(a=[finding()]), report(a=[finding(line=4)]))
        self.assertEqual(status, 1)
        self.assertEqual(folder["rules"]["link"]["changedMembers"], {"line": 1, "endLine": 1})

    def test_members_that_only_new_has_do_not_count(self):
        status, _ = self.compare(report(a=[finding()]), report(a=[finding(offset=40)]))
        self.assertEqual(status, 0)

    def test_members_that_only_old_has_count(self):
        status, folder = self.compare(report(a=[finding(category="Omission")]), report(a=[finding()]))
        self.assertEqual((status, folder["rules"]["link"]["changedMembers"]), (1, {"category": 1}))

    def test_an_ignored_member_may_differ(self):
        status, _ = self.compare(report(a=[finding()]), report(a=[finding(fingerprint="f")]), "--ignore", "fingerprint")
        self.assertEqual(status, 0)

    def test_a_renamed_rule(self):
        old, new = report(a=[finding("polarity")]), report(a=[finding("reversal")])
        self.assertEqual(self.compare(old, new)[0], 1)
        self.assertEqual(self.compare(old, new, "--rename", "polarity=reversal")[0], 0)

    def test_a_page_that_is_missing(self):
        status, folder = self.compare(report(a=[], b=[]), report(a=[]))
        self.assertEqual((status, folder["others"]), (1, ["b.md: only in OLD"]))

    def test_the_text_names_places_and_is_harmless(self):
        old, new = self.checker("old", report(a=[])), self.checker("new", report(a=[finding(message="“\x1b[31m”")]))
        done = self.run_ecosystem(old, new)
        self.assertEqual(done.returncode, 1)
        self.assertIn("| link | 0 | 1 | 1 | 0 | 0 | 0 |", done.stdout)
        self.assertIn("a.md:3:5  warning  “\\u{1b}[31m”", done.stdout)

    def test_so_many_examples(self):
        new = report(a=[finding(line=line) for line in range(1, 9)])
        _, folder = self.compare(report(a=[]), new, "--examples", "2")
        self.assertEqual(len(folder["rules"]["link"]["examples"]["added"]), 2)

    def test_an_archive_is_unpacked_inside_the_scratch_folder(self):
        archive = self.scratch / "fr-FR.tar.xz"
        with tarfile.open(archive, "w:xz") as tar:
            for name in ["fr-FR/a.md", "../outside.md"]:
                member = tarfile.TarInfo(name)
                member.size = 3
                tar.addfile(member, io.BytesIO(b"# A"))
        lister = self.stub("lister", """
            paths = [str(path.relative_to(folder)) for path in pathlib.Path(folder).parent.rglob("*.md")]
            page = {"path": " ".join(sorted(paths)), "segments": 0, "findings": []}
            output.write_text(json.dumps({"pages": [page]}))
            """)
        empty = self.stub("empty", 'output.write_text(json.dumps({"pages": [{"path": "", "findings": []}]}))')
        done = self.run_ecosystem(lister, empty, "--json", folder=archive)
        self.assertEqual(json.loads(done.stdout)["folders"][0]["others"], [": only in NEW", "fr-FR/a.md: only in OLD"])

    def test_failures(self):
        good = self.checker("good", report(a=[]))
        for bad in [
            self.stub("crash", "import os; os.kill(os.getpid(), 11)"), self.stub("silent", "sys.exit(2)"),
            self.stub("damaged", "output.write_text('{\"pages\": [')"), self.checker("nothing", report()),
            self.checker("other", report(a=[{"rule": "link"}])), self.scratch / "missing", self.pages / "a.md",
        ]:
            done = self.run_ecosystem(good, bad)
            self.assertEqual((done.returncode, done.stdout), (2, ""), f"{bad}: {done.stderr}")
            self.assertIn("ecosystem: ", done.stderr)
        self.assertEqual(self.run_ecosystem(good, good, folder=self.scratch / "missing").returncode, 2)

    def test_revisions_are_built(self):
        """In a repository of its own, with a compiler that copies what the revision holds."""
        repository = self.scratch / "repository"
        files = {
            "Scripts/ecosystem": ECOSYSTEM.read_text(), "Scripts/setup": "#!/bin/sh\n",
            "Scripts/environment": ECOSYSTEM.with_name("environment").read_text(),
            "swift": "#!/bin/sh\nmkdir -p .build/release && cp diptych .build/release/diptych\n", ".gitignore": ".build/\n",
        }
        for name, text in files.items():
            (repository / name).parent.mkdir(parents=True, exist_ok=True)
            (repository / name).write_text(text)
            (repository / name).chmod(0o755)

        def git(*arguments):
            identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
            subprocess.run(["git", "-C", repository, *identity, *arguments], check=True, capture_output=True)

        git("init")
        for tag, found in [("v1", []), ("v2", [finding()])]:
            self.checker("diptych", report(a=found)).rename(repository / "diptych")
            git("add", "--all")
            git("commit", "-m", tag)
            git("tag", tag)
        environment = {**os.environ, "PATH": f"{repository}{os.pathsep}{os.environ['PATH']}"}
        # Both sides in turn, so that each work tree is made and then used again.
        for old, new, status in [("v1", "v2", 1), ("v2", "v2", 0), ("v2", "v1", 1), ("v1", "v3", 2), ("--help=", "v1", 2)]:
            command = [sys.executable, repository / "Scripts" / "ecosystem", "--", old, new, self.pages]
            done = subprocess.run(list(map(str, command)), capture_output=True, text=True, env=environment)
            self.assertEqual(done.returncode, status, f"{old} {new}: {done.stderr}")

    def compare_documents(self, old, new, *options):
        done = self.run_ecosystem(self.extractor("old", old), self.extractor("new", new), "--documents", "--json", *options)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return done.returncode, json.loads(done.stdout)["folders"][0]

    def test_equal_documents(self):
        status, folder = self.compare_documents({"a.json": "{}"}, {"a.json": "{}"})
        self.assertEqual((status, folder["documents"], folder["equal"]), (0, 1, 1))

    def test_a_member_that_differs(self):
        old = '{"generator": 1, "items": [{"text": "a", "line": 1}, {"text": "b", "line": 2}], "x": [1]}'
        new = '{"generator": 2, "items": [{"text": "a", "line": 1}, {"text": "c", "line": 3}], "x": [1, 2]}'
        status, folder = self.compare_documents({"a.json": old}, {"a.json": new})
        self.assertEqual((status, sorted(folder["members"])), (1, ["items[].line", "items[].text", "x[] (count)"]))
        self.assertEqual(
            folder["members"]["items[].text"],
            {"places": 1, "documents": 1, "examples": [{"document": "a.json", "place": "items[1].text", "old": "b", "new": "c"}]})
        ignored = ["--ignore", "items[].text", "--ignore", "items[].line", "--ignore", "x[]"]
        self.assertEqual(self.compare_documents({"a.json": old}, {"a.json": new}, *ignored)[0], 0)

    def test_a_member_that_only_new_has(self):
        status, folder = self.compare_documents({"a.json": '{"a": [{}]}'}, {"a.json": '{"a": [{"b": {"c": 1}}]}'})
        self.assertEqual((status, folder["members"], folder["newMembers"]), (0, {}, {"a[].b": 1}))

    def test_what_python_takes_for_equal(self):
        status, folder = self.compare_documents({"a.json": '{"a": [1, {"b": 0}]}'}, {"a.json": '{"a": [1.0, {"b": false}]}'})
        self.assertEqual((status, sorted(folder["members"])), (1, ["a[]", "a[].b"]))

    def test_order_and_layout(self):
        status, folder = self.compare_documents(
            {"a.json": '{"a": 1, "b": 2}', "b.json": "{}"}, {"a.json": '{"b": 2, "a": 1}', "b.json": "{ }"})
        self.assertEqual((status, sorted(folder["members"])), (1, ["(layout)", "(order of members)"]))

    def test_documents_that_only_one_build_makes(self):
        status, folder = self.compare_documents({"a.json": "{}", "b.json": "{}"}, {"a.json": "{}", "c.json": "{}"})
        self.assertEqual((status, folder["onlyOld"], folder["onlyNew"]), (1, ["b.json"], ["c.json"]))
        done = self.run_ecosystem(self.scratch / "old", self.scratch / "new", "--documents")
        self.assertIn("1 document only in NEW: c.json", done.stdout)


if __name__ == "__main__":
    unittest.main()
