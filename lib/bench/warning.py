"""Times ewstools (PyPI) and Murmuration on the same numbers, in one run, alternating.

Usage: ./run bench warning        Prints, for each job, `bench: NAME ours=… peer=… ratio=…` (medians, seconds).
Ours has run the job for three seconds before it is timed (the JVM compiles what it runs often), and repeats it for a
quarter of a second in each round, as timeit does for short work. The peer's versions are those that made the golden vectors. Neither starts a process
inside a timing.
"""

import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

import ewstools
import numpy as np
import pandas as pd
from statsmodels.nonparametric.smoothers_lowess import lowess

warnings.filterwarnings("ignore")
ROUNDS = 5
WARM_SECONDS = 3
BENCH = Path(__file__).resolve().parent
CLASS_PATH = f"{BENCH}/target/classes:{BENCH}/../core/target/classes:{BENCH}/../core/target/deps/*"


class Ours:
    """The library in a JVM of its own: a line names a job and a file of numbers, the answer is its seconds."""

    def __init__(self):
        self.process = subprocess.Popen(
            ["java", "-cp", CLASS_PATH, "murmuration.bench.WarningJobs"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def seconds(self, job, path):
        self.process.stdin.write(f"{job} {path}\n")
        self.process.stdin.flush()
        seconds, answer = self.process.stdout.readline().split(maxsplit=1)
        return float(seconds), [float(v) for v in answer.split()]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def series(n, phi=0.7, seed=1):
    noise = np.random.default_rng(seed).normal(size=n)
    x = np.zeros(n)
    for i in range(1, n):
        x[i] = phi * x[i - 1] + noise[i]
    return x


def rolling(x):
    ts = ewstools.TimeSeries(pd.Series(x))
    ts.compute_var(rolling_window=len(x) // 2)
    ts.compute_skew(rolling_window=len(x) // 2)
    ts.compute_auto(rolling_window=len(x) // 2, lag=1)
    ts.compute_ktau()
    return [ts.ktau[k] for k in ("variance", "skew", "ac1")]


def surrogates(x, count):
    centred = x - x.mean()
    phi = (centred[1:] * centred[:-1]).sum() / (centred**2).sum()
    scale = np.sqrt(x.var(ddof=1) * (1 - phi**2))
    rng = np.random.default_rng(2)
    taus = []
    for _ in range(count):
        noise = rng.normal(size=len(x)) * scale
        noise[0] /= np.sqrt(1 - phi**2)
        s = noise.copy()
        for i in range(1, len(s)):
            s[i] += phi * s[i - 1]
        ts = ewstools.TimeSeries(pd.Series(s))
        ts.compute_var(rolling_window=0.5)
        ts.compute_auto(rolling_window=0.5, lag=1)
        ts.compute_ktau()
        taus.append((ts.ktau["variance"], ts.ktau["ac1"]))
    return list(np.std(taus, axis=0))


def smooth(x):
    return list(lowess(x, np.arange(len(x)), frac=0.2, it=3, return_sorted=False)[:: len(x) // 4])


def weights(x):
    """26 spectra and their three fits; the weights themselves are not compared, since the peer's fits are local."""
    ts = ewstools.TimeSeries(pd.Series(x))
    ts.compute_spectrum(rolling_window=0.5, ham_length=40, ham_offset=0.5, pspec_roll_offset=20)
    ts.compute_smax()
    ts.compute_spec_type()
    smax = ts.ews_spec["smax"]
    return [float(len(smax)), float(smax.iloc[0]), float(smax.iloc[-1])]


def entropy(x):
    ts = ewstools.TimeSeries(pd.Series(x))
    ts.compute_entropy(rolling_window=0.5, method="sample")
    return [float(ts.ews["sample-entropy-2"].iloc[i]) for i in (len(x) // 2, -1)]


def dfa(x):
    ts = ewstools.TimeSeries(pd.Series(x))
    ts.compute_dfa(rolling_window=0.5)
    return [float(ts.ews["dfa"].iloc[i]) for i in (len(x) // 2, -1)]


# name, numbers, the peer's work, how many times that work the job is, agreement of the answers
JOBS = [
    ("rolling-ac1-moments-taus-n10000", series(10_000), rolling, 1, 1e-9),
    ("surrogates-1000-n500-variance-ac1", series(500), lambda x: surrogates(x, 50), 20, 0.15),
    ("lowess-n10000", series(10_000), smooth, 1, 1e-7),
    ("spectral-weights-26-windows-n1000", series(1000), weights, 1, 1e-9),
    ("sample-entropy-n500", series(500), entropy, 1, 1e-9),
    ("dfa-n500", series(500), dfa, 1, 1e-9),
]


def main():
    ours, failed = Ours(), False
    with tempfile.TemporaryDirectory() as folder:
        for name, x, peer, times, tolerance in JOBS:
            path = Path(folder) / name
            np.savetxt(path, x, fmt="%.17g")
            mine, theirs = [], []
            warm_until = time.perf_counter() + WARM_SECONDS
            while time.perf_counter() < warm_until:
                ours.seconds(name, path)
            for _ in range(ROUNDS):
                start = time.perf_counter()
                expected = peer(x)
                theirs.append((time.perf_counter() - start) * times)
                seconds, answer = ours.seconds(name, path)
                mine.append(seconds)
            apart = max(abs(a - b) for a, b in zip(answer, expected, strict=True))
            a, b = statistics.median(mine), statistics.median(theirs)
            note = f" (peer timed on 1/{times} of the work)" if times > 1 else ""
            print(f"bench: {name} ours={a:.3g} peer={b:.3g} ratio={b / a:.0f}{note}", flush=True)
            if apart > tolerance:
                print(f"bench: {name} answers differ by {apart:.3g}", flush=True)
                failed = True
    ours.close()
    sys.exit(failed)


if __name__ == "__main__":
    main()
