"""Links, pipes, rights, names, places: what a folder can hold, and where output may be asked for."""
import json
import os
import pathlib
import signal
import subprocess
import tempfile
import threading

from harness import Failed, Skipped, expect, files, no_partial, page, pages, run

ATTACKS = []


def attack(function):
    ATTACKS.append(function)
    return function


def each(scratch, source):
    """The commands that read pages, each with an output of its own below `scratch`."""
    return [
        ["extract", source, "-o", scratch / "extracted"],
        ["check", source, "--format", "json", "-o", scratch / "findings.json"],
        ["build", source, "-o", scratch / "built"],
    ]


@attack
def links_that_lead_in_a_circle(scratch):
    docs = pages(scratch / "docs", 3)
    (docs / "loop").symlink_to(".")
    (docs / "up").symlink_to("..")
    (docs / "self.md").symlink_to("self.md")
    (docs / "a.md").symlink_to("b.md")
    (docs / "b.md").symlink_to("a.md")
    for command in each(scratch, docs):
        run(*command, status=0)
        no_partial(scratch)
    expect(len([name for name in files(scratch / "extracted")]) == 3, "pages were read twice")
    for command in [["extract"], ["check"], ["inspect"], ["split", "--side", "source"]]:
        run(*command, docs / "self.md", status=2, says="self.md")


@attack
def pipes_in_the_place_of_files(scratch):
    docs = pages(scratch / "docs", 2)
    for name in ["x.md", "g.csv", "g.tbx", "l.lexicon", "b.json", "s.json", "p.tsv", "p.tmx", "c.yml"]:
        os.mkfifo(docs / name)
    for command in each(scratch, docs):
        run(*command, status=0)
    for command in [["extract"], ["check"], ["inspect"], ["split", "--side", "source"]]:
        run(*command, docs / "x.md", status=2, says="x.md")
    one = docs / "part-0" / "page-0.md"
    run("check", one, "--glossary", docs / "g.csv", status=2, says="g.csv")
    run("check", one, "--glossary", docs / "g.tbx", status=2, says="g.tbx")
    run("check", one, "--lexicon", docs / "l.lexicon", status=2, says="l.lexicon")
    run("check", one, "--baseline", docs / "b.json", status=2, says="b.json")
    run("check", one, "--config", docs / "c.yml", status=2, says="c.yml")
    run("check", one, "-o", docs / "b.json", status=2, says="b.json")
    run("check", one, "--write-baseline", docs / "b.json", status=2, says="b.json")
    run("build", docs, "-o", scratch / "built", "--state", docs / "s.json", status=2, says="s.json")
    for name in ["p.tsv", "p.tmx"]:
        run("train", docs / name, "--locale", "fr-FR", "-o", scratch / "l", status=2, says=name)
    (docs / ".diptych.yml").unlink(missing_ok=True)
    os.mkfifo(docs / ".diptych.yml")
    for command in each(scratch, docs):
        run(*command)


@attack
def devices_in_the_place_of_files(scratch):
    docs = pages(scratch / "docs", 1)
    one = docs / "part-0" / "page-0.md"
    for device in ["/dev/zero", "/dev/full", "/dev/null"]:
        run("extract", device, status=2, says=device)
        run("check", one, "--glossary", device, status=2, says=device)
        run("check", one, "--baseline", device, status=2, says=device)
        run("check", one, "--lexicon", device, status=2, says=device)
        run("check", one, "--config", device, status=2, says=device)
        run("extract", one, "-o", device, status=2, says=device)
        run("build", docs, "-o", device, status=2, says=device)
    expect(not os.path.isfile("/dev/null"), "/dev/null was replaced")


def as_nobody(*arguments, **options):
    """Root reads and writes everything, so a run without rights is one of somebody else."""
    if os.geteuid() == 0:
        options.update(user=65534, group=65534, extra_groups=[])
    try:
        return run(*arguments, **options)
    except PermissionError as error:
        raise Skipped(f"the command cannot be run without rights: {error}") from None


@attack
def files_and_folders_that_cannot_be_read(scratch):
    docs = pages(scratch / "docs", 14)
    (docs / "part-1" / "page-1.md").chmod(0)
    (docs / "part-2").chmod(0)
    out = scratch / "out"
    out.mkdir()
    out.chmod(0o777)
    for command in each(out, docs):
        for name in ["page-1.md", "part-2"]:
            as_nobody(*command, status=2, says=name)
    # Everything else was done.
    expect(len([n for n in files(out / "extracted")]) == 11, "readable pages were left out")
    no_partial(out)
    one = docs / "part-1" / "page-1.md"
    for command in [["extract"], ["inspect"], ["split", "--side", "target"]]:
        as_nobody(*command, one, status=2, says="page-1.md")
    readable = docs / "part-0" / "page-0.md"
    for option in ["--glossary", "--lexicon", "--baseline", "--config"]:
        as_nobody("check", readable, option, one, status=2, says="page-1.md")
    (docs / "part-2").chmod(0o755)


@attack
def a_page_that_can_be_read_no_longer_keeps_what_was_made_of_it(scratch):
    docs = pages(scratch / "docs", 7)
    out = scratch / "out"
    out.mkdir()
    out.chmod(0o777)
    as_nobody("build", docs, "-o", out / "built", status=0)
    before = files(out / "built")
    (docs / "part-1" / "page-1.md").chmod(0)
    as_nobody("build", docs, "-o", out / "built", status=2, says="page-1.md")
    expect(files(out / "built") == before, "the build lost something")
    (docs / "part-1").chmod(0)
    as_nobody("build", docs, "-o", out / "built", status=2, says="part-1")
    expect(files(out / "built") == before, "the build lost something")
    (docs / "part-1").chmod(0o755)


@attack
def folders_that_cannot_be_written(scratch):
    docs = pages(scratch / "docs", 3)
    closed = scratch / "closed"
    closed.mkdir(mode=0o755)
    for name in ["new", ""]:
        as_nobody("extract", docs, "-o", closed / name, status=2, says="closed")
        as_nobody("build", docs, "-o", closed / name, status=2, says="closed")
    as_nobody("check", docs, "-o", closed / "report", status=2, says="closed")
    as_nobody("check", docs, "--write-baseline", closed / "report", status=2, says="closed")
    expect(files(closed) == {}, "written in spite of all")
    # Built by somebody else, then read-only.
    run("build", docs, "-o", closed / "built", status=0)
    before = files(closed)
    (docs / "part-0" / "page-0.md").write_text(page(99))
    as_nobody("build", docs, "-o", closed / "built", status=2, says="built")
    expect(files(closed) == before, "the build changed something")


@attack
def pages_that_vanish_and_change_during_the_run(scratch):
    docs = pages(scratch / "docs", 300)
    stop = threading.Event()

    def disturb():
        number = 0
        while not stop.is_set():
            number += 1
            name = docs / f"part-{number % 7}" / f"page-{number % 300}.md"
            moved = docs / f"part-{number % 7}.gone"
            try:
                if number % 50 == 0:
                    os.rename(name.parent, moved)
                    os.rename(moved, name.parent)
                elif number % 3 == 0:
                    name.unlink()
                elif number % 3 == 1:
                    name.write_text(page(number)[: number % 400])
                else:
                    name.write_text(page(number) * (number % 5 + 1))
            except OSError:
                pass

    thread = threading.Thread(target=disturb)
    thread.start()
    try:
        for _ in range(4):
            for command in each(scratch, docs):
                run(*command, "--jobs", "2")
                no_partial(scratch)
            run("check", docs, "--fix")
    finally:
        stop.set()
        thread.join()
    # And what follows in peace is what a fresh run makes.
    run("build", docs, "-o", scratch / "built")
    run("build", docs, "-o", scratch / "fresh")
    names = [set(files(scratch / name)) for name in ["built", "fresh"]]
    expect({n for n in names[0] if b".ps1" not in n} == {n for n in names[1] if b".ps1" not in n}, "differs from a fresh build")


def decodes(name):
    try:
        return name.decode() is not None
    except UnicodeDecodeError:
        return False


@attack
def names_that_are_not_utf8_or_hold_line_breaks(scratch):
    docs = scratch / "docs"
    docs.mkdir()
    names = [b"caf\xe9.md", b"caf\xe8.md", "café.md".encode(), b"a\nb.md", b"a\r\x1b[31m::error::b.md", b"-o.md", b" .md", b"%2e.md",
             b"index.md", b"manifest.md", b"findings.md", b"checklists.fr-FR.source.md", "\u202eb.md".encode(), b"\xff\xfe.md"]
    made = 0
    for name in names:
        try:
            with open(os.path.join(os.fsencode(docs), name), "w") as file:
                file.write(page(made))
            made += 1
        except OSError:
            pass  # Some file systems take UTF-8 only.
    (docs / "line\nbreak").mkdir()
    (docs / "line\nbreak" / "c.md").write_text(page(50))
    made += 1
    run("extract", docs, "-o", scratch / "extracted", status=0)
    expect(len(files(scratch / "extracted")) == made, "not every page has its document")
    no_partial(scratch)
    run("build", docs, "-o", scratch / "built")
    documents = [name for name in files(scratch / "built") if name.endswith(b".json")]
    # Those whose names are no text are refused, one by one.
    unnamed = sum(not decodes(name) for name in os.listdir(os.fsencode(docs)))
    expect(len(documents) == made + 3 - unnamed, f"{len(documents)} documents of {made} pages, {unnamed} unnamed")
    before = files(scratch / "built")
    run("build", docs, "-o", scratch / "built")
    expect(files(scratch / "built") == before, "a second build changes something")
    run("build", docs, "-o", scratch / "built", "--check", status=2 if unnamed else 0)
    for form in ["json", "sarif", "junit", "github", "text"]:
        done = run("check", docs, "--format", form, "--severity", "note")
        text = done.out.decode()
        if form in ("json", "sarif"):
            json.loads(text)
        expect("\x1b" not in text and "\u202e" not in text, form, "writes what acts on a terminal")
    os.unlink(os.path.join(os.fsencode(docs), names[3]))
    run("build", docs, "-o", scratch / "built")
    expect(not any(name.startswith(b"a\nb") for name in files(scratch / "built")), "what was made of a page that is gone stays")
    # As arguments.
    for name in names[:3] + names[4:]:
        path = os.path.join(os.fsencode(docs), name)
        if os.path.exists(path):
            # Swift hands on arguments as text: a name that is none is said not to be there, in a folder it is found.
            status = 0 if decodes(name) else 2
            run("extract", path, status=status)
            run("check", path, status=status)
            run("inspect", path, status=status)
    no_partial(scratch)


@attack
def absolute_names_and_dots(scratch):
    docs = pages(scratch / "work" / "docs", 3)
    inside = scratch / "work" / "here"
    inside.mkdir()
    outside = set(files(scratch))
    for source in ["../docs", str(docs), "../docs/../docs/part-0/page-0.md", "..", "../docs/./"]:
        run("extract", source, "-o", "out", cwd=inside, status=0)
    run("extract", "../docs", "..", "../docs/part-0/page-0.md", "-o", "several", cwd=inside)
    run("build", "../docs", "-o", "../here/built", cwd=inside, status=0)
    run("build", "..", "-o", "out2", cwd=inside, status=0)
    expect({name for name in files(scratch) if not name.startswith(b"work/here/")} == outside, "written outside of the output folder")
    run("check", "../../../../../../../../../../etc/passwd", "--format", "json")
    run("extract", "", status=2)
    run("extract", "/", "-o", "", cwd=inside, status=2)


@attack
def a_manifest_that_leads_outside(scratch):
    docs = pages(scratch / "docs", 2)
    out = scratch / "out"
    run("build", docs, "-o", out, status=0)
    victim = scratch / "victim.json"
    victim.write_text("mine")
    manifest = json.loads((out / "manifest.json").read_text())
    for path in ["../victim.json", str(victim), "a/../../victim.json", ".diptych/journal"]:
        for place in [manifest["pages"][0]["files"], manifest["documents"]]:
            place.append({"path": path, "sha256": "0" * 64, "bytes": 4})
            (out / "manifest.json").write_text(json.dumps(manifest))
            run("build", docs, "-o", out, status=2, says="manifest.json")
            place.pop()
    expect(victim.read_text() == "mine", "a file outside was touched")


@attack
def output_through_links(scratch):
    docs = pages(scratch / "docs", 7)
    victim = scratch / "victim"
    victim.mkdir()
    for command in ["extract", "build"]:
        out = scratch / command
        out.mkdir()
        (out / "part-0").symlink_to(victim)
        run(command, docs, "-o", out, status=2, says="part-0")
        expect(files(victim) == {}, "written through a link")
    (scratch / "report.json").symlink_to(victim / "report.json")
    run("check", docs, "--format", "json", "-o", scratch / "report.json")
    expect(files(victim) == {}, "written through a link")


@attack
def output_inside_the_input(scratch):
    docs = pages(scratch / "docs", 7)
    for command in ["extract", "build"]:
        out = docs / command
        run(command, docs, "-o", out, status=0)
        before = files(out)
        run(command, docs, "-o", out, status=0)
        expect(files(out) == before, command, "reads what it wrote")
    run("build", docs, "-o", docs, status=2, says="docs")


@attack
def output_that_is_something_else(scratch):
    docs = pages(scratch / "docs", 2)
    one = docs / "part-0" / "page-0.md"
    for name in ["file", "folder"]:
        (scratch / name).write_text("mine") if name == "file" else (scratch / name).mkdir()
    run("extract", docs, "-o", scratch / "file", status=2, says="file")
    run("build", docs, "-o", scratch / "file", status=2, says="file")
    run("extract", docs, "-o", scratch / "file" / "below", status=2, says="file")
    run("build", docs, "-o", scratch / "file" / "below", status=2, says="file")
    run("check", docs, "-o", scratch / "folder", status=2, says="folder")
    run("check", docs, "--write-baseline", scratch / "folder", status=2, says="folder")
    run("check", docs, "-o", scratch / "none" / "report", status=2, says="none")
    run("train", docs, "-o", scratch / "folder", "--locale", "fr-FR", status=2)
    # Folders where files are wanted.
    (scratch / "out" / "part-0" / "page-0.json").mkdir(parents=True)
    for command in ["extract", "build"]:
        run(command, docs, "-o", scratch / "out", status=2, says="page-0.json")
    expect((scratch / "file").read_text() == "mine", "a file was overwritten")
    for option in ["--glossary", "--lexicon", "--baseline", "--config"]:
        run("check", one, option, scratch / "folder", status=2, says="folder")


@attack
def files_of_others_in_the_output(scratch):
    docs = pages(scratch / "docs", 7)
    out = scratch / "out"
    (out / "part-0").mkdir(parents=True)
    for name in ["index.json", "checklists.fr-FR.source.md", "part-0/page-0.json"]:
        (out / name).write_text('{"mine": true}')
    run("build", docs, "-o", out, status=2, says="page-0.json")
    for name in ["index.json", "checklists.fr-FR.source.md", "part-0/page-0.json"]:
        expect((out / name).read_text() == '{"mine": true}', name, "was overwritten")
    no_partial(out)


class SmallDisk:
    """A file system of a megabyte; only root can make one."""

    def __init__(self, scratch):
        self.folder = scratch / "disk"

    def __enter__(self):
        self.folder.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", self.folder], capture_output=True)
        if done.returncode != 0:
            raise Skipped("no small file system can be mounted here")
        return self.folder

    def __exit__(self, *_):
        subprocess.run(["umount", "-l", self.folder])


@attack
def a_full_disk(scratch):
    docs = pages(scratch / "docs", 300, steps=40)
    with SmallDisk(scratch) as disk:
        run("extract", docs, "-o", disk / "extracted", status=2, says="No space left")
        no_partial(disk)
        for name in files(disk):
            os.unlink(os.path.join(os.fsencode(disk), name))
        few = pages(scratch / "few", 2)
        run("build", few, "-o", disk / "built", status=0)
        before = files(disk / "built")
        (disk / "fill").write_bytes(bytes(300_000))
        pages(few, 200, steps=40)
        run("build", few, "-o", disk / "built", status=2, says="No space left")
        expect(files(disk / "built") == before, "a build that did not fit changed something")
        (disk / "report").write_text("old")
        run("check", docs, "--format", "json", "-o", disk / "report", "--severity", "note", env={**os.environ, "TMPDIR": str(disk)})
        expect((disk / "report").read_bytes()[:1] in (b"o", b"{"), "half a report")
        one = scratch / "few" / "part-0" / "page-0.md"
        broken = one.read_text().replace("Ouvrez", "  Ouvrez ")
        one.write_text(broken)
        try:
            (disk / "fill2").write_bytes(bytes(1_000_000))
        except OSError:
            pass
        run("check", docs, "--write-baseline", disk / "report")
        no_partial(disk)


@attack
def files_that_may_not_grow(scratch):
    docs = pages(scratch / "docs", 100, steps=200)

    def limit():
        import resource
        # As it is where nobody ignores it: what is inherited stays.
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    for command in each(scratch, docs):
        run(*command, status=2, says="too large", preexec_fn=limit)
        no_partial(scratch)


@attack
def too_few_open_files(scratch):
    docs = pages(scratch / "docs", 50)

    def limit():
        import resource
        resource.setrlimit(resource.RLIMIT_NOFILE, (5, 5))

    for command in each(scratch, docs):
        run(*command, "--jobs", "8", preexec_fn=limit)
        no_partial(scratch)


@attack
def names_that_are_too_long(scratch):
    docs = scratch / "docs"
    docs.mkdir()
    (docs / ("a" * 252 + ".md")).write_text(page(1))
    (docs / ("é" * 126 + ".md")).write_text(page(2))
    for command in each(scratch, docs):
        run(*command)
        no_partial(scratch)
    # Deeper than PATH_MAX when joined.
    deep = scratch / "deep"
    deep.mkdir()
    here = os.getcwd()
    try:
        os.chdir(deep)
        for _ in range(30):
            os.mkdir("d" * 200)
            os.chdir("d" * 200)
        pathlib.Path("p.md").write_text(page(3))
    finally:
        os.chdir(here)
    for command in each(scratch, deep):
        run(*command, status=2, says="deep")
    subprocess.run(["rm", "-rf", deep])
