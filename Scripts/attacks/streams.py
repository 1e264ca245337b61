"""Standard input, output and error that are closed, full, or that nobody reads."""
import json
import shlex
import subprocess

from harness import DIPTYCH, expect, files, healthy, no_partial, page, pages, run, shell, Result, PATIENCE

ATTACKS = []


def attack(function):
    ATTACKS.append(function)
    return function


def commands(scratch):
    """Every command that writes to standard output."""
    docs = pages(scratch / "docs", 50, steps=40)
    one = docs / "part-0" / "page-0.md"
    (docs / "quotes.md").write_text(page(8).replace('"><span data-stu', '&quot;><span data-stu'))
    broken = docs / "part-1" / "broken.md"
    broken.write_text(page(7).replace("Ouvrez", "** Ouvrez **") * 50)
    docs, one, broken = (shlex.quote(str(path)) for path in (docs, one, broken))
    return [
        f"extract {one}", f"split --side source {one}", f"inspect {one}", f"check {docs}", f"check {docs} --dry-run",
        f"check {docs} --format json", f"check {docs} --format sarif", f"check {docs} --format junit", f"check {docs} --format summary",
        f"check {broken} --format github", "rules", "explain link", "--help", "check --help",
        f"build {docs} -o {shlex.quote(str(scratch / 'built'))}",
    ]


@attack
def standard_output_that_is_full(scratch):
    for command in commands(scratch):
        result = shell(f'"$DIPTYCH" {command} >/dev/full')
        if "help" not in command:
            expect(result.status == 2 and b"standard output" in result.err, command, "does not say so:", result)
        no_partial(scratch)


@attack
def standard_output_that_is_closed(scratch):
    for command in commands(scratch):
        result = shell(f'"$DIPTYCH" {command} >&-')
        if "help" not in command:
            expect(result.status == 2 and b"standard output" in result.err, command, "does not say so:", result)
        no_partial(scratch)


@attack
def standard_output_that_nobody_reads(scratch):
    big = scratch / "big.md"
    big.write_text(page(1, steps=20_000).replace("Ouvrez", "** Ouvrez **"))
    for command in [f"extract {big}", f"split --side source {big}", f"inspect {big}", f"check {big} --severity note",
                    f"check {big} --format json", f"check {big} --format sarif", f"check {big} --format junit --severity note"]:
        result = shell(f'"$DIPTYCH" {command} | head -c 10 >/dev/null; exit "${{PIPESTATUS[0]}}"')
        expect(result.status == 2 and b"standard output" in result.err, command, "does not say so:", result)


@attack
def closed_streams_that_become_other_files(scratch):
    """Who closes a stream gives its number to the first file that is opened: what is said must not end up in that one."""
    docs = pages(scratch / "docs", 7)
    (docs / "part-0" / "bad.md").write_bytes(b"# \xff\xfe bad \xff\n")
    before = files(docs)
    for closed in ["2>&-", ">&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"]:
        for command in [f"check {docs} --format json -o {scratch}/report.json", f"extract {docs} -o {scratch}/out",
                        f"build {docs} -o {scratch}/built", f"build {docs} -o {scratch}/built --full",
                        f"check {docs} --write-baseline {scratch}/baseline.json", f"check {docs} --fix"]:
            result = shell(f'"$DIPTYCH" {command} --jobs 2 {closed}')
            no_partial(scratch)
            expect(files(docs) == before, command, closed, "wrote into a page")
    json.loads((scratch / "baseline.json").read_text())


@attack
def standard_input_of_any_kind(scratch):
    for command in ["extract -", "check -", "split --side target -", "inspect -", "check - --fix"]:
        expect(shell(f'"$DIPTYCH" {command} <&-').status == 2, command, "reads what is closed")
        shell(f'"$DIPTYCH" {command} </dev/null')
        expect(shell(f'"$DIPTYCH" {command} <{scratch}').status == 2, command, "reads a folder")
        shell(f'head -c 100000 /dev/urandom | "$DIPTYCH" {command}')
        shell(f'printf x | "$DIPTYCH" {command}')
    text = page(3).encode()
    done = subprocess.run([DIPTYCH, "extract", "-"], input=text, capture_output=True, timeout=PATIENCE)
    healthy(Result(done.returncode, done.stdout, done.stderr), "extract -")
    json.loads(done.stdout)


@attack
def arguments_of_any_kind(scratch):
    for arguments in [[], ["nothing"], ["check"], ["check", "--format", "x", "."], ["extract", "--jobs", "0", "."], ["check", "--jobs", "-1", "."],
                      ["check", "--jobs", "9" * 30, "."], ["check", "--max-findings", "0", "."], ["explain", "\x1b[31m"], ["check", "\x1b[31m"],
                      ["check", b"\xff\xfe"], ["check", "--rule", "\x1b[31mx", "."], ["split", "x"], ["train", "-o", ""], ["build", ""],
                      ["build", "x", "-o", ""], ["check", "a" * 100_000], ["check", ""]]:
        result = run(*arguments)
        expect(b"\x1b" not in result.err + result.out, arguments, "writes to the terminal", result)
