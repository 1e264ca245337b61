"""Page text that tries to become something else where it is reported."""
import json
import re
import xml.etree.ElementTree

from harness import PAIR, expect, files, run

ATTACKS = []

TEXTS = [
    "\x1b[31mred\x1b]0;title\x07", "\x9b31m", "\u202eturned\u2066", "::error::pwned", "%0A::error::pwned", "##[error]pwned", "##vso[task.complete]",
    "]]></failure></testcase>", "<!-- -->", "--> <script>alert(1)</script>", "\u2028Remove-Item x", "\u0085Remove-Item x", "@everyone #1",
    "- [x] done <!-- 0123456789ab -->", "`` ` ``", "\\\" \\u0000 \\", "\ufeff\u200b", "\"; Remove-Item x; \"", "#> Remove-Item x", "\r::error::pwned",
    "$(Remove-Item x)", "\x00"[:0] + "\x7f", "{{ x }}", "${{ github.token }}", "| a | b |", "[a](javascript:alert(1))", "\U000e0041\U000e0042",
]
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def attack(function):
    ATTACKS.append(function)
    return function


def hostile_page(text, number):
    lines = ["---", f"title: '{text.replace(chr(39), '')}'", "ms.contentlocale: fr-FR", "---",
             "# " + PAIR.format(100, text, text), "", "To do it, follow these steps:", ""]
    for step in range(3):
        lines += [f"{step + 1}. " + PAIR.format(101 + step, f"Ouvrez {text} ** x ** {number}.", f"Run {text} 1{step}."),
                  "", "   ```powershell", f"   Get-X '{step}' # {text}", "   ```", "", f"   > [!NOTE]\n   > {text}", ""]
    return "\n".join(lines) + "\n"


def docs(scratch):
    folder = scratch / "docs"
    folder.mkdir()
    for number, text in enumerate(TEXTS):
        (folder / f"p{number}.md").write_text(hostile_page(text, number), newline="")
    return folder


@attack
def text_in_reports(scratch):
    folder = docs(scratch)
    for form in ["text", "json", "sarif", "junit", "github", "summary"]:
        result = run("check", folder, "--format", form, "--severity", "note")
        for name, stream in [("standard output", result.out), ("standard error", result.err)]:
            text = stream.decode()
            found = ACTS.search(text)
            expect(found is None, form, name, "holds", repr(found and text[max(0, found.start() - 40):found.end() + 5]))
            for line in text.splitlines():
                if form != "github":
                    expect(not line.lstrip().startswith("::"), form, "commands a build service:", line)
                expect("##[" not in line and "##vso[" not in line, form, "commands a build service:", line)
        if form in ("json", "sarif"):
            json.loads(result.out)
        if form == "junit":
            xml.etree.ElementTree.fromstring(result.out)
        if form == "github":
            for line in result.out.decode().splitlines():
                expect(re.match(r"::(error|warning|notice) (file=[^ ]*,line=\d+|title=diptych::)", line), "a line of its own:", line)


@attack
def text_on_the_terminal(scratch):
    folder = docs(scratch)
    for name in sorted(folder.iterdir()):
        for command in [["inspect"], ["inspect", "--side", "target"], ["extract"], ["check", "--dry-run"]]:
            result = run(*command, name)
            text = (b"" if command[0] == "extract" else result.out) + result.err
            found = ACTS.search(text.decode().replace("\r\n", "\n"))
            expect(found is None, command, name.name, "writes", repr(found and found.group()))


@attack
def text_in_built_files(scratch):
    folder = docs(scratch)
    out = scratch / "out"
    run("build", folder, "-o", out)
    for name, content in files(out).items():
        text = content.decode()
        if name.endswith(b".json"):
            json.loads(text)
            continue
        expect(not ACTS.search(text), name, "holds", repr(ACTS.search(text)))
        if name.endswith(b".ps1"):
            for line in text.lstrip("\ufeff").split("\n"):
                expect(line == "" or line.startswith("#") or line.startswith("Get-X '"), name, "holds the command", repr(line))
        if b"checklists" in name:
            outside = re.sub(r"^ *(`{3,})[^\n]*\n.*?^ *\1\n", "", text, flags=re.S | re.M)
            outside = re.sub(r"<!-- [^\n]*? -->", "", outside)
            expect(not re.search(r"(?<!\\)<(?!!--)", outside), name, "holds HTML:", re.findall(r".*(?<!\\)<(?!!--).*", outside)[:1])
            expect("[x]" not in re.sub(r"\\.", "", outside), name, "holds a ticked box")
            expect(not re.search(r"(?<!\\)\]\(", outside), name, "holds a link")
    before = files(out)
    run("build", folder, "-o", out, "--keep-state")
    expect(files(out) == before, "a second build changes something")
