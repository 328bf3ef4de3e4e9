"""Times the training of small networks: lib/neural and PyTorch, the same networks by the same steps, alternating.

Usage: ./run bench concept        Prints, for each job, `bench: NAME ours=... peer=... ratio=...` (medians, seconds).
A job is one whole run from its seed: data, training, and what is asked at the checkpoints; "steps" is the same with the
fewest checkpoints there can be, so that nearly all of it is training. Both sides have one thread, and one run behind them
before they are timed. Chance differs, so the answers need only be alike, within bands that runs of either side keep. The
analysis of 1,000 trajectories, which has no peer, is ConceptBenchmark, on JMH.
"""

import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import Callable

from frame import BENCH

try:
    from frame.torchnets import generator_run, learner_run
except ModuleNotFoundError as missing:
    print(f"bench: concept skipped: {missing.name} is not here; ./run bench concept fetches PyTorch (4 GB on disk)")
    sys.exit()

ROUNDS = 5
LIBRARY = BENCH.parent
CLASS_PATH = ":".join(f"{LIBRARY}/{jars}" for jars in ("neural/target/*", "neural/target/deps/*", "core/target/*", "core/target/deps/*"))


@dataclass(frozen=True)
class Training:
    name: str
    kind: str  # as the Java side knows it
    steps: int
    every: int
    peer: Callable  # of steps, every, seed
    bands: tuple  # how far ours and the peer's answers may be apart


def generator(steps, every, seed):
    return generator_run(0.2, 0.4, steps, every, seed)


TRAININGS = [
    Training("generator", "generator", 1500, 50, generator, (0.1, 0.6, 0.2)),
    Training("generator-steps", "generator", 1500, 750, generator, (0.1, 0.6, 0.2)),
    Training("learner", "learner", 1000, 100, learner_run, (0.05, 0.25, 0.25)),
    Training("learner-steps", "learner", 1000, 1000, learner_run, (0.05, 0.25, 0.25)),
]


class Ours:
    """A JVM that trains what a line asks for."""

    def __init__(self):
        command = ["java", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", CLASS_PATH, f"{BENCH}/src/neural/NeuralRuns.java"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, training, seed):
        self.process.stdin.write(f"{training.kind} {training.steps} {training.every} {seed}\n")
        self.process.stdin.flush()
        seconds, *answer = map(float, self.process.stdout.readline().split())
        return seconds, answer

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def timed(training, seed):
    start = time.perf_counter()
    answer = training.peer(training.steps, training.every, seed)
    return time.perf_counter() - start, answer


def main():
    ours, right = Ours(), True
    for training in TRAININGS:
        ours.run(training, 100)
        timed(training, 100)
        pairs = [(ours.run(training, seed), timed(training, seed)) for seed in range(ROUNDS)]
        mine, theirs = (statistics.median(seconds for seconds, _ in side) for side in zip(*pairs))
        print(f"bench: {training.name} ours={mine:.3g} peer={theirs:.3g} ratio={theirs / mine:.2f}"
              f" ({training.steps / mine:.0f} steps a second beside {training.steps / theirs:.0f})", flush=True)
        answers = [[statistics.median(values) for values in zip(*(answer for _, answer in side))] for side in zip(*pairs)]
        if any(abs(a - b) > band for a, b, band in zip(*answers, training.bands, strict=True)):
            print(f"bench: {training.name} answers differ: {answers[0]} beside {answers[1]}", flush=True)
            right = False
    ours.close()
    return right


if __name__ == "__main__":
    sys.exit(not main())
