"""Shows that time grows with the size and no faster: user CPU at n, 2n and 4n. Ratios count, not seconds: twice the bytes
should take twice the time, and what takes more than 2.6 times is called a defect. Of a page whose bytes grow faster than n,
the ratios are those to expect of twice the bytes."""
import base64
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile

from harness import DIPTYCH, PAIR

WORST = 2.6
# Less is within the noise of starting a program; sizes are raised until a run takes so long, and not beyond the limit.
LEAST_SECONDS = float(os.environ.get("SECONDS_AT_LEAST", 0.1))
LARGEST = int(os.environ.get("BYTES_AT_MOST", 8 << 20))


def pair(number, target, source):
    return PAIR.format(number, target, source)


def repeated(text):
    return lambda n: text * n


def pairs(target, source, between="\n\n", first=""):
    """n pairs, `#` in their texts being their number."""
    return lambda n: first + between.join(
        pair(100 + i, target.replace("#", str(i)), source.replace("#", str(i))) for i in range(n)) + "\n"


def one_pair(text):
    """One pair, n times the text on both sides."""
    return lambda n: "# T\n\n" + pair(101, text * n, text * n) + "\n"


# By name: a page of size n.
PAGES = {
    "bad bytes": lambda n: b"# T\n\n" + b"\xff" * n,
    "bad bytes between letters": lambda n: b"# T\n\n" + b"a\xff" * n,
    "nested quotes, one line": repeated("> "),
    "nested quotes, a line each": lambda n: "".join("> " * min(i, 300) + "x\n" for i in range(n)),
    "open brackets": one_pair("["),
    "closed brackets": one_pair("[a](b)"),
    "half links": one_pair("[a]("),
    "nested brackets": lambda n: "# T\n\n" + pair(101, "[" * n + "]" * n, "[" * n + "]" * n),
    "images in images": one_pair("![a"),
    "emphasis": one_pair("*a **b "),
    "emphasis markers": one_pair("**"),
    "emphasis, mixed": one_pair("*_a"),
    "code spans of all lengths": lambda n: "# T\n\n" + "".join("`" * (i % 700 + 1) + " " for i in range(n)),
    "backticks": one_pair("`a ``b "),
    "strikes": one_pair("~~a~b"),
    "addresses in a word": one_pair("_www.a"),
    "entities": one_pair("&amp;&lt;&#x41;&"),
    "ampersands": one_pair("&"),
    "angle brackets": one_pair("<"),
    "autolinks": one_pair("<http://a"),
    "bare links": one_pair("www.a.b/ http://a.b:@"),
    "at signs": one_pair("a@"),
    "open comments": repeated("<!-- "),
    "open declarations": repeated("<!A <?x <![CDATA["),
    "open spans": repeated("<span>"),
    "open target halves": lambda n: "".join(f'<span data-ttu-id="1-{i}">x' for i in range(n)),
    "open target halves, a paragraph each": lambda n: "".join(f'<span data-ttu-id="1-{i}">x\n\n' for i in range(n)),
    "source halves alone": lambda n: "".join(f'<span class="sxs-lookup"><span data-stu-id="1-{i}">x</span></span>\n' for i in range(n)),
    "open source halves": lambda n: "".join(f'<span data-ttu-id="1-{i}">x</span><span class="sxs-lookup"><span data-stu-id="1-{i}">y' for i in range(n)),
    "spans in a half": lambda n: "# T\n\n" + pair(101, "<span>" * n + "</span>" * n, "<span>" * n + "</span>" * n),
    "open spans in a half": one_pair("a<span>"),
    "markers that are none": repeated("data-ttu-id="),
    "pairs on one line": pairs("Ouvrez #.", "Open #.", between=" "),
    "pairs with one id": lambda n: "\n\n".join(pair(101, f"Ouvrez {i}.", f"Open {i}.") for i in range(n)),
    "equal pairs": lambda n: "\n\n".join(pair(i, "Ouvrez le relais.", "Open the relay.") for i in range(n)),
    "faults on one line": pairs("** Ouvrez ** 1# [a] (b) «x» .", "**Open** # [a](b) x.", between=" "),
    "faults in one segment": one_pair("** x ** [a] (b) x  x ( "),
    "numbers": lambda n: "# T\n\n" + pair(101, "1.5 " * n, "1,5 7 " * n),
    "digits": one_pair("1"),
    "words of code": lambda n: "# T\n\n" + pair(101, " ".join(f"Get-A{i} -B{i} C:\\d{i}" for i in range(n)), " ".join(f"Get-A{i} -B{i} C:\\e{i}" for i in range(n))),
    "placeholders": one_pair("{0} %s <X> $(y) "),
    "links": lambda n: "# T\n\n" + pair(101, " ".join(f"[a{i}](x{i}.md)" for i in range(n)), " ".join(f"[a{i}](y{i}.md)" for i in range(n))),
    "a long word": one_pair("a"),
    "a long word of ideographs": one_pair("漢"),
    "combining characters": one_pair("\u0301"),
    "joined emoji": one_pair("👩\u200d"),
    "mojibake": one_pair("Ã©Â"),
    "words": one_pair("un mot de plus "),
    "parentheses": one_pair("("),
    "quotation marks": one_pair("« \" ' “"),
    "escaped quotes": lambda n: "".join(pair(i, "x", "y").replace('"', "&quot;").replace("&quot;", '"', 1) + "\n" for i in range(n)),
    "escaped quotes everywhere": repeated("&quot;>"),
    "open attributes": repeated('<a name="x&quot;>'),
    "items": lambda n: "# T\n\nTo do it:\n\n" + "".join(f"1. Item {i}.\n" for i in range(n)),
    "items of pairs": lambda n: "# T\n\nTo do it:\n\n" + "".join("1. " + pair(i, f"Ouvrez {i}.", f"Open {i}.") + "\n" for i in range(n)),
    "equal items": repeated("- x\n"),
    "items with breaks": lambda n: "# T\n\n" + "".join(f"1. Item {i}.\n\n> [!NOTE]\n> x\n\n" for i in range(n)),
    "nested lists, a line": repeated("- "),
    "nested lists, a line each": lambda n: "".join("  " * (i % 90) + f"- x{i}\n" for i in range(n)),
    "nested lists, deeper and deeper": lambda n: "".join(" " * i + "- x\n" for i in range(n)),
    "lists in quotes": repeated("> - > 1. "),
    "headings": lambda n: "".join(f"{'#' * (i % 6 + 1)} Heading {i}\n\n" for i in range(n)),
    "columns of a table": lambda n: "|" + "a|" * n + "\n|" + "-|" * n + "\n|" + "b|" * n + "\n",
    "columns of a table of pairs": lambda n: "|" + "".join(pair(i, "a", "b") + "|" for i in range(n)) + "\n|" + "-|" * n + "\n",
    "rows of a table": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n,
    "half tables": repeated("|a|\n|-|\n"),
    "cells of pipes": one_pair("|"),
    "nested HTML": lambda n: "<div>" * n + "x" + "</div>" * n,
    "nested HTML, a line each": repeated("<div>\n"),
    "HTML tables": lambda n: "<table>" + "".join(f"<tr><td>{pair(i, 'a', 'b')}</td></tr>" for i in range(n)) + "</table>",
    "nested HTML tables": repeated("<table><tr><td>"),
    "closing tags": repeated("</b>"),
    "preformatted code, open": repeated("<pre>"),
    "preformatted code, end tags": lambda n: "<pre>" + "<pre></b>" * n + "</pre>\n",
    "preformatted code, ampersands": lambda n: "<pre>" + "&" * n + "</pre>\n",
    "preformatted code, half references": lambda n: "<pre>" + "&amp" * n + "</pre>\n",
    "preformatted code, half tags": lambda n: "<pre>" + "<b " * n + "</pre>\n",
    "preformatted code, open quotes": lambda n: "<pre>" + "<b x=\"" * n + "</pre>\n",
    "preformatted code, open comments": lambda n: "<pre>" + "<!--" * n + "</pre>\n",
    "preformatted code, blocks": lambda n: "".join("<pre>a<ul><li>b</ul></pre>\n" for _ in range(n)),
    "attributes": lambda n: "<a " + "".join(f"b{i}='c' " for i in range(n)) + ">\n",
    "indented code": lambda n: "    x\n\n" * n,
    "fences": lambda n: "```\nx\n```\n\n" * n,
    "open fence": lambda n: "```powershell\n" + "Get-X\n" * n,
    "PowerShell, open string": lambda n: "1. a\n\n```powershell\n" + 'Get-X "a\n' * n + "```\n",
    "PowerShell, here-string": lambda n: "1. a\n\n```powershell\n$a = @\"\n" + "text\n" * n + "\"@\n```\n",
    "PowerShell, nested": lambda n: "1. a\n\n```powershell\n" + "$(" * n + "\n```\n",
    "PowerShell, braces": lambda n: "1. a\n\n```powershell\n" + "{ Get-X | ? { " * n + "\n```\n",
    "PowerShell, comments": lambda n: "1. a\n\n```powershell\n" + "<# x " * n + "\n```\n",
    "PowerShell, commands": lambda n: "1. a\n\n```powershell\n" + "Get-X -Name 'a' | Set-Y\n" * n + "```\n",
    "PowerShell, angle brackets": lambda n: "1. a\n\n```powershell\n" + "< " * n + "\n```\n",
    "PowerShell, doubled quotes": lambda n: "1. a\n\n```powershell\n" + "`''\n" * n + "```\n",
    "PowerShell, parameters": lambda n: "1. a\n\n```powershell\nGet-X" + "".join(f" -a{i}" for i in range(n)) + "\n```\n",
    "PowerShell, one line": lambda n: "1. a\n\n```powershell\n" + "Get-X -Name 'a' | Set-Y; " * n + "\n```\n",
    "console": lambda n: "1. a\n\n```console\n" + "PS C:\\> Get-X\nName\n----\n" * n + "```\n",
    "code of no language": lambda n: "1. a\n\n```\n" + "<a> { \"b\": SELECT 1 } $x\n" * n + "```\n",
    "code blocks": lambda n: "".join(f"```powershell\nGet-X{i}\n```\n\n" for i in range(n)),
    "equal code blocks in items": lambda n: "".join("1. x\n\n   ```powershell\n   Get-X\n   ```\n\n" for i in range(n)),
    "link definitions": lambda n: "".join(f"[a{i}]: b{i}\n" for i in range(n)) + "\n" + "".join(f"[a{i}] " for i in range(n)),
    "a link definition used": lambda n: "[a]: " + "b" * n + "\n\n" + "[a] " * n,
    "directives": repeated(":::row:::\n"),
    "admonitions of MkDocs": repeated("!!! note\n\n    x\n\n"),
    "admonitions of MkDocs, empty": repeated("!!! note\n\n"),
    "admonitions of MkDocs, nested": lambda n: "".join(" " * min(i * 4, 200) + "!!! note\n" for i in range(n)),
    "alerts": repeated("> [!NOTE]\n> x\n\n"),
    "includes": repeated("[!INCLUDE [a](b)]\n"),
    "suppressions": lambda n: "".join(f"<!-- diptych-disable link -->\n{pair(i, 'a', '[a](b)')}\n\n<!-- diptych-enable link -->\n" for i in range(n)),
    "suppressions, one line": repeated("<!-- diptych-disable x, y -->"),
    "blank lines": repeated("\n"),
    "carriage returns": repeated("\r"),
    "blanks": repeated(" "),
    "tabs": repeated("\t"),
    "front matter, keys": lambda n: "---\n" + "".join(f"k{i}: v\n" for i in range(n)) + "---\n",
    "front matter, one key": lambda n: "---\n" + "k: v\n" * n + "---\n",
    "front matter, damaged": lambda n: "---\n" + "".join(f"k{i}: @\n" for i in range(n)) + "---\n",
    "front matter in TOML": lambda n: "+++\n" + "".join(f"k{i} = 'v'\n" for i in range(n)) + "+++\n",
    "front matter in TOML, open": lambda n: "+++\n" + "".join(f"k{i} = 'v'\n" for i in range(n)),
    "front matter in TOML, open texts": lambda n: "+++\n" + "".join(f"k{i} = \"\"\"\n" for i in range(n * 2 + 1)) + "+++\n",
    "front matter, brackets": lambda n: "---\nk: " + "[" * n + "\n---\n",
    "front matter, aliases": lambda n: "---\na0: &a0 [x]\n" + "".join(f"a{i + 1}: &a{i + 1} [*a{i}, *a{i}]\n" for i in range(n)) + "---\n",
    "front matter, deep": lambda n: "---\n" + "".join(" " * min(i, 60) + f"k{i}:\n" for i in range(n)) + "---\n",
    "front matter, list": lambda n: "---\nk:\n" + "- v\n" * n + "---\n",
    "front matter, list damaged": lambda n: "---\nk: [" + "a, " * n + "\n---\n",
    "front matter, a long string": lambda n: "---\nk: \"" + "a\\n" * n + "\"\n---\n",
    "front matter, a folded text": lambda n: "---\nk: >\n" + "  a\n\n" * n + "---\n",
    "front matter, comments": lambda n: "---\nk: v\n" + "# x\n" * n + "---\n",
    "front matter, quotes in keys": lambda n: "---\n" + "".join(f"'k{i}': \"v\" # x\n" for i in range(n)) + "---\n",
    "base64 on one line": lambda n: base64.b64encode(bytes(range(256)) * (n // 256 + 1)),
}

ONE = "# T\n\n" + pair(101, "Le relais reçoit #.", "The relay receives #.") + "\n"


def glossary_csv(n):
    return "source,target\n" + "".join(f"term {i},mot {i}\n" for i in range(n))


def glossary_tbx(n):
    return ("<?xml version='1.0'?><martif type='TBX'><text><body>" + "".join(
        f"<termEntry id='{i}'><langSet xml:lang='en'><tig><term>term {i}</term></tig></langSet>"
        f"<langSet xml:lang='fr'><tig><term>mot {i}</term></tig></langSet></termEntry>" for i in range(n)) + "</body></text></martif>")


def baseline(n):
    return json.dumps({"schemaVersion": 1, "findings": [{"path": "p.md", "rule": "link", "fingerprint": f"{i:016x}"} for i in range(n)]})


def state(n):
    return json.dumps({"schemaVersion": 1, "pages": [{"page": f"p{i}.md", "done": [f"{i:012x}"]} for i in range(n)]})


# By name: options of `check`, and the file that `{}` in them stands for.
FILES = {
    "glossary of so many terms": (["--glossary", "{}"], "g.csv", glossary_csv),
    "glossary of one term": (["--glossary", "{}"], "g.csv", lambda n: "source,target\n" + "relay,relais\n" * n),
    "glossary with a long field": (["--glossary", "{}"], "g.csv", lambda n: 'source,target\nrelay,"' + "a " * n + '"\n'),
    "glossary of quotes": (["--glossary", "{}"], "g.csv", lambda n: "source,target\n" + '"a","' * n),
    "glossary as TBX": (["--glossary", "{}"], "g.tbx", glossary_tbx),
    "glossary as deep TBX": (["--glossary", "{}"], "g.tbx", lambda n: "<martif>" + "<a>" * n),
    "baseline": (["--baseline", "{}"], "b.json", baseline),
    "baseline of brackets": (["--baseline", "{}"], "b.json", lambda n: "[" * n),
    "configuration of patterns": (["--config", "{}"], "c.yml", lambda n: "exclude:\n" + "".join(f"  - a{i}*\n" for i in range(n))),
    "configuration with one long pattern": (["--config", "{}"], "c.yml", lambda n: "exclude: 'a" + "*b" * n + "'\n"),
    "configuration of overrides": (["--config", "{}"], "c.yml", lambda n: "overrides:\n" + "".join(f"  - paths: a{i}\n    rules: {{link: off}}\n" for i in range(n))),
    "configuration of brackets": (["--config", "{}"], "c.yml", lambda n: "exclude: " + "[\n" * n),
    "configuration of a deep list": (["--config", "{}"], "c.yml", lambda n: "exclude:\n " + "- " * n + "a\n"),
    "configuration, one unknown key": (["--config", "{}"], "c.yml", lambda n: "a" * n + ": x\n"),
}


def cpu(arguments):
    """The user CPU of a run, in seconds: the less of two."""
    best = None
    for _ in range(2):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([DIPTYCH, *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in (0, 1, 2) or b"Fatal error" in done.stderr:
            raise RuntimeError(f"{arguments} ended with {done.returncode}: {done.stderr[-300:]!r}")
        seconds = after.ru_utime - before.ru_utime
        best = seconds if best is None else min(best, seconds)
        if best > 4:
            break
    return best


def measure(name, command, make, floor, start):
    """Prints a line; whether it is linear."""
    n = start

    def run_with(n):
        arguments, size = make(n)
        return max(cpu(arguments) - floor, 0.001), size

    seconds, size = run_with(n)
    while seconds < LEAST_SECONDS and size * 4 < LARGEST:
        n *= 2 if seconds > LEAST_SECONDS / 6 else 4
        seconds, size = run_with(n)
    times, sizes = [seconds], [size]
    for factor in (2, 4):
        if times[-1] > 20:
            break
        seconds, size = run_with(n * factor)
        times.append(seconds)
        sizes.append(size)
    growth = [after / before for before, after in zip(sizes, sizes[1:])]
    ratios = [2 * after / before / more for before, after, more in zip(times, times[1:], growth)]
    # What hardly takes time at all says nothing of its growth.
    bad = times[-1] > LEAST_SECONDS * 3 and (len(ratios) < 2 or ratios[0] * ratios[1] > WORST * WORST)
    print(f"{'WORSE' if bad else 'ok   '}  {command:8} {name:40} {sizes[0]:>9} bytes  "
          + "  ".join(f"{ratio:5.2f}" for ratio in ratios) + f"   {times[-1]:6.2f} s at {sizes[-1]} bytes", flush=True)
    return not bad


def main():
    wanted = sys.argv[1:]
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="diptych-scaling-"))
    (scratch / "one").mkdir()
    one = scratch / "one" / "one.md"
    one.write_text(ONE)
    floors = {"extract": cpu(["extract", one]), "check": cpu(["check", one]), "build": cpu(["build", one.parent, "-o", scratch / "out"])}
    bad = 0
    try:
        for name, text in PAGES.items():
            for command in ["extract", "check", "build"]:
                if wanted and not any(part in f"{command} {name}" for part in wanted):
                    continue

                def make(n):
                    folder = scratch / "pages"
                    shutil.rmtree(folder, ignore_errors=True)
                    shutil.rmtree(scratch / "out", ignore_errors=True)
                    folder.mkdir()
                    content = text(n)
                    content = content if isinstance(content, bytes) else content.encode()
                    (folder / "p.md").write_bytes(content)
                    # The locale has a lexicon: all rules are at work.
                    arguments = {"extract": ["extract", folder / "p.md"],
                                 "check": ["check", folder, "--format", "json", "--severity", "note", "--locale", "fr-FR"],
                                 "build": ["build", folder, "-o", scratch / "out", "--full"]}[command]
                    return arguments, len(content)

                bad += not measure(name, command, make, floors[command], 1000)
        for name, (options, file, text) in FILES.items():
            if wanted and not any(part in f"check {name}" for part in wanted):
                continue

            def make(n):
                path = scratch / file
                path.write_text(text(n))
                return ["check", one, "--locale", "fr-FR", *(option.replace("{}", str(path)) for option in options)], path.stat().st_size

            bad += not measure(name, "check", make, floors["check"], 1000)
    finally:
        shutil.rmtree(scratch)
    print(f"{bad} grow faster than their input")
    sys.exit(1 if bad else 0)


main()
