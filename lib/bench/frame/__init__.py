"""What the scripts beside this folder share: the library in a JVM of its own, and jobs timed beside a peer.

A job is timed alternating, ours and the peer's, in one run on the same numbers, and the answers are compared. Ours has
run it for three seconds before it is timed (the JVM compiles what it runs often), and repeats it for a quarter of a
second in each round, as timeit does for short work. Neither starts a process inside a timing.
"""

import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import numpy as np

ROUNDS = 5
WARM_SECONDS = 3
BENCH = Path(__file__).resolve().parent.parent
CLASS_PATH = f"{BENCH}/target/classes:{BENCH}/../core/target/classes:{BENCH}/../core/target/deps/*"


@dataclass(frozen=True)
class Job:
    """A job by its name, which the Java side knows too."""

    name: str
    numbers: np.ndarray  # what both sides get, one number a line
    peer: Callable  # from the numbers to the peer's answer
    times: int = 1  # how many times the peer's work the job is, where the peer is timed on a part
    tolerance: float = 1e-9  # how far the answers may be apart, absolutely
    agree: Callable | None = None  # from our and the peer's answer to true, in place of a tolerance
    rounds: int = ROUNDS


class Ours:
    """The library in a JVM: a line names a job and a file of numbers, the answer is its seconds."""

    def __init__(self, java_class):
        self.process = subprocess.Popen(
            ["java", "-cp", CLASS_PATH, f"murmuration.bench.{java_class}"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def seconds(self, job, path):
        self.process.stdin.write(f"{job} {path}\n")
        self.process.stdin.flush()
        seconds, answer = self.process.stdout.readline().split(maxsplit=1)
        return float(seconds), [float(v) for v in answer.split()]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def agrees(job, ours, theirs):
    if job.agree:
        return job.agree(ours, theirs)
    return max(abs(a - b) for a, b in zip(ours, theirs, strict=True)) <= job.tolerance


def run(java_class, jobs):
    """Times the jobs and prints a line for each; false where answers differ."""
    ours, right = Ours(java_class), True
    with tempfile.TemporaryDirectory() as folder:
        for job in jobs:
            path = Path(folder) / job.name
            np.savetxt(path, job.numbers, fmt="%.17g")
            mine, theirs = [], []
            warm_until = time.perf_counter() + WARM_SECONDS
            while time.perf_counter() < warm_until:
                ours.seconds(job.name, path)
            for _ in range(job.rounds):
                start = time.perf_counter()
                expected = job.peer(job.numbers)
                theirs.append((time.perf_counter() - start) * job.times)
                seconds, answer = ours.seconds(job.name, path)
                mine.append(seconds)
            a, b = statistics.median(mine), statistics.median(theirs)
            note = f" (peer timed on 1/{job.times} of the work)" if job.times > 1 else ""
            print(f"bench: {job.name} ours={a:.3g} peer={b:.3g} ratio={b / a:.0f}{note}", flush=True)
            if not agrees(job, answer, expected):
                print(f"bench: {job.name} answers differ: {answer} beside {expected}", flush=True)
                right = False
    ours.close()
    return right


def alone(java_class, *arguments, options=()):
    """A job without a peer, once, in a JVM of its own, which prints its line itself."""
    command = ["java", *options, "-cp", CLASS_PATH, f"murmuration.bench.{java_class}", *arguments]
    subprocess.run(command, check=True)
