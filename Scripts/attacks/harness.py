"""Runs the command, and holds after every run what must never happen: a crash, a trap, a run without end."""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

DIPTYCH = os.path.realpath(os.environ["DIPTYCH"])
# Longer than anything here takes: what is not done then waits for something that never comes.
PATIENCE = float(os.environ.get("PATIENCE", 60))
PAIR = '<span data-ttu-id="1-{0}">{1}</span><span class="sxs-lookup"><span data-stu-id="1-{0}">{2}</span></span>'


class Failed(Exception):
    """An attack that succeeded."""


class Skipped(Exception):
    """What this machine cannot do."""


class Result:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    def __repr__(self):
        return f"status {self.status}, standard error {self.err[:300]!r}"


def expect(condition, *what):
    if not condition:
        raise Failed(" ".join(str(part) for part in what))


def healthy(result, arguments):
    """No trap and no crash; Swift's runtime says `Fatal error` or `Program crashed`."""
    for sign in [b"Fatal error", b"Program crashed", b"panic", b"Sanitizer"]:
        expect(sign not in result.err, arguments, "crashed:", result)
    expect(result.status in (0, 1, 2), arguments, "ended with", result)
    return result


def run(*arguments, status=None, says=None, **options):
    """Runs the command. `status` is what it must end with, `says` what it must say on standard error."""
    options.setdefault("stdin", subprocess.DEVNULL)
    arguments = [os.fspath(argument) for argument in arguments]
    try:
        done = subprocess.run([DIPTYCH, *arguments], capture_output=True, timeout=PATIENCE, **options)
    except subprocess.TimeoutExpired:
        raise Failed(f"{arguments} never ends") from None
    result = healthy(Result(done.returncode, done.stdout, done.stderr), arguments)
    if status is not None:
        expect(result.status == status, arguments, "should end with status", status, "but:", result)
    if says is not None:
        expect(os.fsencode(says) in result.err, arguments, "does not say", says, "but:", result)
    return result


def shell(command, **options):
    """Runs a shell command in which `$DIPTYCH` is the command; the status is that of `diptych`, by the shell's own means."""
    try:
        done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=PATIENCE, env={**os.environ, "DIPTYCH": DIPTYCH}, **options)
    except subprocess.TimeoutExpired:
        raise Failed(f"{command} never ends") from None
    return healthy(Result(done.returncode, done.stdout, done.stderr), command)


def page(number=1, steps=5):
    """A page with a checklist, whose items differ from page to page."""
    lines = ["---", f"title: Page {number}", "ms.contentlocale: fr-FR", "---", f"# Page {number}", "", "To do it, follow these steps:", ""]
    lines += [f"{step}. " + PAIR.format(f"{100 + step}", f"Ouvrez {number}.{step}.", f"Open {number}.{step}.") for step in range(1, steps + 1)]
    return "\n".join(lines) + "\n"


def pages(folder, count, **options):
    """Writes a folder of pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        below = folder / f"part-{number % 7}"
        below.mkdir(exist_ok=True)
        (below / f"page-{number}.md").write_text(page(number, **options))
    return folder


def files(folder):
    """All that is in a folder, by name, folders left out."""
    return {os.fsencode(os.path.relpath(os.path.join(root, name), folder)): read(os.path.join(root, name))
            for root, _, names in os.walk(folder) for name in names}


def read(path):
    try:
        return pathlib.Path(path).read_bytes() if os.path.isfile(path) else b""
    except FileNotFoundError:
        # It went while it was looked at, as some attacks want it to.
        return b""


def no_partial(folder):
    """Nothing half written and nothing temporary."""
    import json
    for name, content in files(folder).items():
        expect(b".tmp" not in name and not name.startswith(b".diptych/"), "left behind:", name)
        if name.endswith((b".json", b".sarif")):
            try:
                json.loads(content)
            except ValueError:
                raise Failed(f"half of {name!r} ({len(content)} bytes)") from None


def main(attacks):
    wanted = sys.argv[1:]
    counts = {"pass": 0, "FAIL": 0, "skip": 0}
    for attack in attacks:
        name = attack.__name__.replace("_", "-")
        if wanted and not any(part in name for part in wanted):
            continue
        scratch = pathlib.Path(tempfile.mkdtemp(prefix="diptych-attack-"))
        # Who has no rights must reach it.
        scratch.chmod(0o755)
        outcome, note = "pass", ""
        try:
            attack(scratch)
        except Failed as error:
            outcome, note = "FAIL", str(error)
        except Skipped as reason:
            outcome, note = "skip", str(reason)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        counts[outcome] += 1
        print(f"{outcome}  {name}" + (f": {note}" if note else ""), flush=True)
    print(f"{counts['pass']} withstood, {counts['FAIL']} not, {counts['skip']} skipped")
    sys.exit(1 if counts["FAIL"] else 0)
