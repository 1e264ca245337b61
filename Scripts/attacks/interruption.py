"""Ctrl-C and a polite kill in the middle: the old state or the new, nothing half, nothing left behind."""
import os
import random
import shutil
import signal
import subprocess
import time

from harness import DIPTYCH, expect, files, no_partial, pages, run

ATTACKS = []


def attack(function):
    ATTACKS.append(function)
    return function


def interrupt(scratch, arguments, check, times=12):
    """Runs a command and stops it at moments all over its run. `check` looks at what is there then."""
    random.seed(1)
    quiet = dict(stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    started = time.monotonic()
    subprocess.run([DIPTYCH, *map(str, arguments)], **quiet)
    duration = time.monotonic() - started
    stopped = 0
    for number in range(times):
        kind = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP][number % 3]
        process = subprocess.Popen([DIPTYCH, *map(str, arguments)], **quiet)
        time.sleep(0.02 + random.random() * duration)
        process.send_signal(kind)
        _, err = process.communicate(timeout=60)
        expect(b"Fatal error" not in err and b"crashed" not in err, "crashed:", err[:300])
        # The shell's custom: who is stopped by a signal says so by dying of it.
        expect(process.returncode in (0, 1, 2, -kind), "ended with", process.returncode, err[:300])
        stopped += process.returncode == -kind
        no_partial(scratch)
        check()
    expect(stopped > times / 4, f"only {stopped} of {times} were stopped")


@attack
def stopped_extract(scratch):
    docs = pages(scratch / "docs", 500, steps=40)
    interrupt(scratch, ["extract", docs, "-o", scratch / "out", "--jobs", "2"], lambda: None)


@attack
def stopped_check(scratch):
    docs = pages(scratch / "docs", 400, steps=40)
    report = scratch / "report.json"
    run("check", docs, "--format", "json", "-o", report)
    old = report.read_bytes()
    interrupt(scratch, ["check", docs, "--format", "json", "-o", report], lambda: expect(report.read_bytes() == old, "another report"))


@attack
def stopped_build(scratch):
    docs = pages(scratch / "docs", 300, steps=40)
    out = scratch / "out"
    run("build", docs, "-o", out)
    whole = files(out)
    interrupt(scratch, ["build", docs, "-o", out, "--full"], lambda: expect(files(out) == whole, "another output"))
    shutil.rmtree(out)
    # From nothing: nothing is there, or all.
    interrupt(scratch, ["build", docs, "-o", out],
              lambda: (expect(files(out) in ({}, whole), "a part of the output"), shutil.rmtree(out, ignore_errors=True)))


@attack
def stopped_train(scratch):
    docs = pages(scratch / "docs", 300, steps=40)
    out = scratch / "fr.lexicon"
    out.write_text("old")
    interrupt(scratch, ["train", docs, "--locale", "fr-FR", "-o", out], lambda: None, times=6)


@attack
def stopped_fix(scratch):
    docs = pages(scratch / "docs", 100, steps=40)
    for name in docs.rglob("*.md"):
        name.write_text(name.read_text().replace("Ouvrez", "** Ouvrez **"))
    before = files(docs)
    run("check", docs, "--fix")
    after = files(docs)
    for name, content in before.items():
        (docs / os.fsdecode(name)).write_bytes(content)

    def check():
        for name, content in files(docs).items():
            expect(content in (before[name], after[name]), "half of", name)
            (docs / os.fsdecode(name)).write_bytes(before[name])

    interrupt(scratch, ["check", docs, "--fix"], check)


@attack
def stopped_watch(scratch):
    docs = pages(scratch / "docs", 20)
    for kind in [signal.SIGINT, signal.SIGTERM]:
        process = subprocess.Popen([DIPTYCH, "watch", docs, "-o", scratch / "out"], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(0.5)
        process.send_signal(kind)
        _, err = process.communicate(timeout=60)
        expect(process.returncode == 0, "ended with", process.returncode, err[:300])
        no_partial(scratch / "out")
