"""Shows which notebook is where: live lines on a terminal, plain lines elsewhere."""

import threading
import time

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


class Board:
    def __init__(self, total):
        self.console = Console(highlight=False, soft_wrap=True)
        self.total = total
        self.live = self.console.is_terminal and not self.console.is_dumb_terminal
        self.bars = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self.console,
            transient=True,
            refresh_per_second=4,
        )
        self.running = {}
        self.lock = threading.Lock()
        self.told = time.monotonic()

    def __enter__(self):
        if self.live:
            self.bars.start()
        return self

    def __exit__(self, *_):
        if self.live:
            self.bars.stop()

    def began(self, name, cells):
        with self.lock:
            self.running[name] = {"began": time.monotonic(), "cells": cells, "at": 0, "bar": self.bars.add_task(name, total=cells)}

    def reached(self, name, cell):
        self.running[name]["at"] = cell
        self.bars.update(self.running[name]["bar"], completed=cell)

    def beat(self):
        """Called often; says every 30 s where things are when there is no live display."""
        if self.live or time.monotonic() - self.told < 30:
            return
        self.told = time.monotonic()
        with self.lock:
            for name, state in self.running.items():
                print(f"  {name}: cell {state['at'] + 1} of {state['cells']}, {self.told - state['began']:.0f} s", flush=True)

    def ended(self, outcome):
        with self.lock:
            state = self.running.pop(outcome.name, None)
        if state:
            self.bars.remove_task(state["bar"])
        seconds = f"{time.monotonic() - state['began']:.0f} s" if state else ""
        word = "FAILED" if outcome.failures else "unchanged" if outcome.unchanged else "passed"
        if outcome.without:
            self.console.print(f"  {outcome.name}: skipped: {outcome.without}", markup=False)
            return
        notes = outcome.notes + ([f"{outcome.skipped} skipped (data not at hand)"] if outcome.skipped else [])
        lines = ["  " + ", ".join(filter(None, [f"{outcome.name}: {word}", seconds, *notes]))]
        lines += ["      " + line for failure in outcome.failures for line in failure.splitlines()]
        self.console.print("\n".join(lines), markup=False)
