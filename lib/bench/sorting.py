"""Times cells that sort themselves: the rules in plain Python and Murmuration, on the same arrays, alternating.

Usage: ./run bench sorting        Prints, for each job, `bench: NAME ours=... peer=... ratio=...` (medians, seconds).
How jobs are timed is said in frame/__init__.py. The peer is this file: the rules of docs/sorting.md written as a
program for reading, one turn after another, and for one job with one thread a cell, as the published simulations are
built. Both sides sort the same array of 100 cells with chance of their own; "quick" is the rejection-free engine.
Swaps of bubble and insertion cells must be the inversions of the start on both sides. At the end everything that the
figures of the paper are drawn from, at 10,000 runs a condition, without a peer.
"""

import random
import sys
import threading

import numpy as np

from frame import Job, alone, run

N = 100


class Cells:
    """An array under way: who stands where, and what is counted."""

    def __init__(self, values, kinds):
        self.value = [int(v) for v in values]
        self.at = list(range(len(values)))
        self.place = list(range(len(values)))
        self.ideal = [0] * len(values)
        self.kind = [kinds[i % len(kinds)] for i in range(len(values))]
        self.swaps = self.steps = self.turns = 0

    def behind(self, p):
        """Whether the cell at p stands left of a lower one."""
        return p + 1 < len(self.at) and self.value[self.at[p]] > self.value[self.at[p + 1]]

    def swap(self, p, q):
        a, b = self.at[p], self.at[q]
        self.at[p], self.at[q] = b, a
        self.place[a], self.place[b] = q, p
        self.swaps += 1

    def sorted(self):
        return all(not self.behind(p) for p in range(len(self.at) - 1))

    def turn(self, x):
        self.turns += 1
        self.kind[x](self, x)


def bubble(cells, x):
    p = cells.place[x]
    left, right = p > 0 and cells.behind(p - 1), cells.behind(p)
    if left or right:
        cells.steps += 1
    if random.random() < 0.5:
        if right:
            cells.swap(p, p + 1)
    elif left:
        cells.swap(p, p - 1)


def insertion(cells, x):
    p = cells.place[x]
    for i in range(p - 1):
        if cells.behind(i):
            return
    if p > 0 and cells.behind(p - 1):
        cells.steps += 1
        cells.swap(p, p - 1)


def selection(cells, x):
    p, q = cells.place[x], cells.ideal[x]
    if p == q or q >= len(cells.at):
        return
    cells.steps += 1
    if cells.value[x] >= cells.value[cells.at[q]]:
        cells.ideal[x] += 1
    else:
        cells.swap(p, q)


def sort(values, *kinds):
    """One random cell at a time until the array is sorted; looks for that after a swap only."""
    cells = Cells(values, kinds)
    done = cells.sorted()
    while not done:
        before = cells.swaps
        cells.turn(random.randrange(N))
        done = cells.swaps > before and cells.sorted()
    return [float(cells.swaps), float(cells.steps), float(cells.turns)]


def sort_by_threads(values):
    """One thread a cell, one lock for all."""
    cells, lock, done = Cells(values, [bubble]), threading.Lock(), threading.Event()

    def live(x):
        while not done.is_set():
            with lock:
                before = cells.swaps
                cells.turn(x)
                if cells.swaps > before and cells.sorted():
                    done.set()

    threads = [threading.Thread(target=live, args=(x,)) for x in range(N)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [float(cells.swaps), float(cells.steps), float(cells.turns)]


def same_swaps(ours, theirs):
    return ours[0] == theirs[0]


def near(ours, theirs):
    return abs(ours[0] - theirs[0]) < 0.5 * theirs[0]


START = np.random.default_rng(1).permutation(N).astype(float)

JOBS = [
    Job("exact-bubble", START, lambda x: sort(x, bubble), agree=same_swaps),
    Job("quick-bubble", START, lambda x: sort(x, bubble), agree=same_swaps),
    Job("exact-bubble-threads", START, sort_by_threads, agree=same_swaps),
    Job("exact-insertion", START, lambda x: sort(x, insertion), agree=same_swaps),
    Job("quick-insertion", START, lambda x: sort(x, insertion), agree=same_swaps),
    Job("exact-selection", START, lambda x: sort(x, selection), agree=near),
    Job("quick-selection", START, lambda x: sort(x, selection), agree=near),
    Job("exact-bubble-selection", START, lambda x: sort(x, bubble, selection), agree=near),
]

if __name__ == "__main__":
    random.seed(1)
    right = run("SortingJobs", JOBS)
    alone("PaperFigures")
    sys.exit(not right)
