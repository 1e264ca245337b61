"""Tests of the functions that Scripts/environment gives to the other scripts, with a `swift` that only prints."""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ENVIRONMENT = pathlib.Path(__file__).resolve().parent.parent / "environment"
SWIFT = """
case "$*" in
*--show-bin-path*) echo "/built/$3" ;;
*) echo "building $3"; exit "${SWIFT_STATUS:-0}" ;;
esac
"""


class BuildDiptychTests(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        (self.folder / "Scripts").mkdir()
        shutil.copy(ENVIRONMENT, self.folder / "Scripts" / "environment")
        for name, text in [("swift", SWIFT), ("Scripts/setup", "echo set up >&2\n")]:
            (self.folder / name).write_text(f"#!/usr/bin/env bash\n{text}")
            (self.folder / name).chmod(0o755)

    def build(self, arguments="", **variables):
        """What a script prints that builds the command, and hands it to another program."""
        script = f"set -euo pipefail; . Scripts/environment; build_diptych {arguments}; bash -c 'echo \"$DIPTYCH\"'"
        variables["PATH"] = f"{self.folder}:{os.environ['PATH']}"
        return subprocess.run(["bash", "-c", script], cwd=self.folder, capture_output=True, text=True, env=variables)

    def test_the_release_is_built(self):
        done = self.build()
        self.assertEqual((done.stdout, done.stderr), ("/built/release/diptych\n", "set up\nbuilding release\n"))

    def test_another_configuration(self):
        self.assertEqual(self.build("debug").stdout, "/built/debug/diptych\n")

    def test_the_named_command_is_not_built(self):
        done = self.build(DIPTYCH="/elsewhere/diptych")
        self.assertEqual((done.stdout, done.stderr), ("/elsewhere/diptych\n", ""))

    def test_a_script_ends_where_the_build_fails(self):
        done = self.build(SWIFT_STATUS="3")
        self.assertEqual((done.returncode, done.stdout), (3, ""))


if __name__ == "__main__":
    unittest.main()
