"""Times ewstools (PyPI) and Murmuration on the same numbers, in one run, alternating.

Usage: ./run bench warning        Prints, for each job, `bench: NAME ours=… peer=… ratio=…` (medians, seconds).
How jobs are timed is said in frame/__init__.py. The peer's versions are those that made the golden vectors.
"""

import sys
import warnings

import ewstools
import numpy as np
import pandas as pd
from statsmodels.nonparametric.smoothers_lowess import lowess

from frame import Job, run

warnings.filterwarnings("ignore")


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


JOBS = [
    Job("rolling-ac1-moments-taus-n10000", series(10_000), rolling),
    Job("surrogates-1000-n500-variance-ac1", series(500), lambda x: surrogates(x, 50), times=20, tolerance=0.15),
    Job("lowess-n10000", series(10_000), smooth, tolerance=1e-7),
    Job("spectral-weights-26-windows-n1000", series(1000), weights),
    Job("sample-entropy-n500", series(500), entropy),
    Job("dfa-n500", series(500), dfa),
]

if __name__ == "__main__":
    sys.exit(not run("WarningJobs", JOBS))
