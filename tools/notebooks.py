"""Runs the notebooks, each in a fresh kernel in its own folder, and keeps or checks what they show.

  notebooks.py run           runs those whose source, library or data changed; rewrites a notebook or a figure only
                             where what it shows is no longer the same by value
  notebooks.py run --all     runs them all and rewrites whatever has other bytes
  notebooks.py run NAME      runs those whose path holds NAME
  notebooks.py check         runs all, writes nothing, fails where committed outputs or figures are stale or missing

A section whose data cannot be had prints a line that starts with "skipped:" from a cell tagged "remote". A notebook
that needs an optional module is skipped where that cannot run. What a cell tagged "trained" shows, and the figures and
claims it saves, are compared by value only on the kind of processor that the committed notebook was run on.
"""

import argparse
import contextlib
import json
import os
import shutil
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import psutil
from board import Board
from compare import (
    is_remote,
    json_differences,
    keep_remote,
    notebook_differences,
    skipped_cells,
    trained_sources,
)
from execute import Execution, atomic_write
from fingerprint import fingerprint
from needs import missing, needed, note_processor, trained_here

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = ROOT / "notebooks"
FIGURES = ROOT / "figures"
BUILD = ROOT / "build"
MEMORY = 1.2e9
SUMMARY = "ledger"
SKIPPED = ".skipped"  # where a ledger that had to be skipped leaves its reason


@dataclass
class Outcome:
    name: str
    failures: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    skipped: int = 0
    unchanged: bool = False
    without: str = ""  # why it was not run at all


class Runner:
    def __init__(self, check, everything, timeout, board):
        self.check = check
        self.everything = everything
        self.timeout = timeout
        self.board = board
        self.stopping = False
        self.writing = threading.Lock()
        self.made = {}  # figure -> the notebook that made it
        self.kept = set()  # figures named in sections that were skipped

    def key(self, notebook):
        sources = [cell.source for cell in notebook.cells]
        jars = sorted(ROOT.glob("lib/*/target/murmuration-*.jar"))
        mirror = os.environ.get("MURMURATION_MIRROR", "")
        return fingerprint("=" + json.dumps(sources), "=" + mirror, *jars, ROOT / "datasets")

    def run(self, path):
        name = path.relative_to(NOTEBOOKS).with_suffix("").as_posix()
        outcome = Outcome(name)
        if self.stopping:
            return outcome
        try:
            self.one(path, outcome)
        except Exception as broken:  # a notebook that cannot even be read must not hide the others
            outcome.failures.append(f"{type(broken).__name__}: {broken}")
        if not self.stopping:
            self.board.ended(outcome)
        return outcome

    def one(self, path, outcome):
        committed = nbformat.read(path, 4)
        module = needed(committed)
        if module and missing(module):
            outcome.without = missing(module)
            outcome.skipped = 1
            self.kept |= {cell.source for cell in committed.cells}
            return
        stamp = Stamp(BUILD / "notebooks" / f"{outcome.name}.json")
        key = self.key(committed)
        if not self.check and not self.everything and stamp.holds(key, path):
            outcome.unchanged = True
            outcome.skipped = stamp.skipped
            return
        staged, seeds = stage(outcome.name)
        execution = Execution(path, committed, staged, self.timeout, self.board, outcome.name)
        fresh, error = execution.run(BUILD / "log" / f"{outcome.name.replace('/', '-')}.kernel.log")
        outcome.notes.append(f"peak {execution.peak / 1e6:.0f} MB")
        for seed in (staged / name for name, mark in seeds.items() if mark == mark_of(staged / name)):
            seed.unlink()  # not written by this notebook
        if error:
            failed = BUILD / "notebooks" / f"{outcome.name}.failed.ipynb"
            atomic_write(failed, nbformat.writes(fresh))
            outcome.failures += [error, f"what it showed until then: {failed.relative_to(ROOT)}"]
            return
        skipped = skipped_cells(fresh)
        outcome.skipped = len(skipped)
        if skipped:
            self.kept |= {cell.source for cell in fresh.cells if is_remote(cell)}
            keep_remote(committed, fresh)
        self.kept |= {f'"{mark.name}"' for mark in staged.glob(f"{SKIPPED}/*")}
        for figure in figures_in(staged):
            if self.made.setdefault(figure, outcome.name) != outcome.name:
                outcome.failures.append(f"figures/{figure} is also made by {self.made[figure]}")
        trained = trained_sources(fresh)
        loose = [] if self.everything and not self.check or trained_here(committed) else trained
        changed = notebook_differences(committed, fresh, not loose)
        figures = [(name, lines) for name, lines in figure_changes(staged, self.everything and not self.check)
                   if not any(f'"{name}"' in source for source in loose)]
        if loose:
            outcome.notes.append("trained on another kind of processor: its numbers not compared")
        if self.check:
            self.judge(committed, changed, figures, execution.peak, outcome)
        else:
            if trained:
                note_processor(fresh)
            with self.writing:
                self.keep(path, fresh, changed, figures, staged, outcome)
                stamp.write(key, path, outcome.skipped, sorted(file.name for file in staged.glob("[!.]*.*")))

    def judge(self, committed, changed, figures, peak, outcome):
        for i, lines in changed.items():
            first = (committed.cells[i].source.splitlines() or [""])[0]
            outcome.failures.append("\n".join([f"cell {i + 1} ({first[:60]}) shows something else than committed:", *lines]))
        for figure, lines in figures:
            outcome.failures.append("\n".join([f"figures/{figure} is not what is committed:", *lines[:8]]))
        if peak > MEMORY:
            outcome.failures.append(f"the kernel took {peak / 1e6:.0f} MB, the limit is {MEMORY / 1e6:.0f} MB")

    def keep(self, path, fresh, changed, figures, staged, outcome):
        exactly = self.everything  # rebuilt on request: then a new look is a change too
        for figure, _ in figures:
            for file in sorted(staged.glob(f"{figure}.*")):
                atomic_write(FIGURES / file.name, file.read_bytes())
            outcome.notes.append(f"figures/{figure} rewritten")
        for figure in figures_in(staged):
            (FIGURES / SKIPPED / figure).unlink(missing_ok=True)
        for mark in sorted(staged.glob(f"{SKIPPED}/*")):
            atomic_write(FIGURES / SKIPPED / mark.name, mark.read_bytes())
        text = nbformat.writes(fresh) + "\n"
        if changed or exactly and text != path.read_text(encoding="utf-8"):
            atomic_write(path, text)
            cells = ", ".join(str(i + 1) for i in changed) or "only in form"
            outcome.notes.append(f"outputs rewritten ({cells})")

    def orphans(self):
        """Committed figures that no notebook makes; the skipped sections' own are kept."""
        names = set(figures_in(FIGURES)) - {SUMMARY} - self.made.keys()
        return sorted(name for name in names if not any(f'"{name}"' in source for source in self.kept))


def stage(name):
    """A new folder for what one notebook makes, with the committed numbers in it, which it may want to read."""
    staged = BUILD / "figures" / name.replace("/", "-")
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(parents=True)
    for numbers in FIGURES.glob("*.json"):
        shutil.copyfile(numbers, staged / numbers.name)
    return staged, {file.name: mark_of(file) for file in staged.iterdir()}


def mark_of(file):
    """Another one once the file has been written again, with the same bytes or not."""
    status = file.stat()
    return status.st_ino, status.st_mtime_ns


def figures_in(folder):
    return sorted({file.stem for file in folder.glob("[!.]*.*")})


def figure_changes(staged, exactly=False):
    """Figures whose numbers are not the committed ones, or whose files are not all there, with the reasons."""
    for figure in figures_in(staged):
        lines = [f"{file.name} is missing" for file in sorted(staged.glob(f"{figure}.*")) if not (FIGURES / file.name).exists()]
        numbers = staged / f"{figure}.json"
        if not lines and numbers.exists():
            lines = json_differences(json.loads((FIGURES / numbers.name).read_text()), json.loads(numbers.read_text()))
        if exactly and not lines:
            files = sorted(staged.glob(f"{figure}.*"))
            lines = [f"{file.name} has other bytes" for file in files if file.read_bytes() != (FIGURES / file.name).read_bytes()]
        if lines:
            yield figure, lines


class Stamp:
    """What a finished run was made from and what it left, written last."""

    def __init__(self, path):
        self.path = path
        self.skipped = 0

    def holds(self, key, notebook):
        try:
            told = json.loads(self.path.read_text())
        except (OSError, ValueError):
            return False
        self.skipped = told["skipped"]
        return (
            told["key"] == key
            and told["notebook"] == fingerprint(notebook)
            and all((FIGURES / file).exists() for file in told["figures"])
        )

    def write(self, key, notebook, skipped, figures):
        told = {"key": key, "notebook": fingerprint(notebook), "skipped": skipped, "figures": figures}
        atomic_write(self.path, json.dumps(told, indent=1))


def at_a_time():
    return max(1, min(2, os.cpu_count() or 1, int(psutil.virtual_memory().available // MEMORY)))


def stop_all(runner):
    """Ends every kernel that this process started; those still starting are caught on the second round."""
    runner.stopping = True
    for _ in range(2):
        for kernel in psutil.Process().children(recursive=True):
            with contextlib.suppress(psutil.NoSuchProcess):
                kernel.kill()
        time.sleep(0.2)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mode", choices=["run", "check"])
    parser.add_argument("names", nargs="*", help="only the notebooks whose path holds one of these")
    parser.add_argument("--all", action="store_true", help="run unchanged notebooks too, and rewrite whatever has other bytes")
    parser.add_argument("--timeout", type=int, default=900, help="seconds a cell may take (default 900)")
    options = parser.parse_intermixed_args()

    paths = sorted(path for path in NOTEBOOKS.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
    if options.names:
        paths = [path for path in paths if any(name in str(path.relative_to(NOTEBOOKS)) for name in options.names)]
        if not paths:
            parser.error(f"no notebook has {' or '.join(options.names)} in its path")
    board = Board(len(paths))
    runner = Runner(options.mode == "check", options.all, options.timeout, board)
    for end in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(end, lambda number, _: sys.exit(128 + number))
    pool = ThreadPoolExecutor(at_a_time())
    futures = []
    try:
        with board:
            futures += [pool.submit(runner.run, path) for path in paths]
            while wait(futures, timeout=0.5).not_done:
                board.beat()
    except SystemExit as end:
        stop_all(runner)
        with runner.writing:  # a file that is being written is finished; then nothing more is
            os._exit(end.code)

    outcomes = [future.result() for future in futures]
    failed = sum(bool(outcome.failures) for outcome in outcomes)
    if runner.check and not failed and not options.names:
        for orphan in runner.orphans():
            print(f"  figures/{orphan} is made by no notebook")
            failed += 1
    skipped = sum(outcome.skipped for outcome in outcomes)
    passed = sum(not outcome.failures and not outcome.without for outcome in outcomes)
    print(f"notebooks: {passed} passed, {failed} failed, {skipped} skipped", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
