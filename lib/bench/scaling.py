"""Times the fits of scaling laws that others publish, and Murmuration, on the same numbers, in one run, alternating.

Usage: ./run bench scaling        Prints, for each job, `bench: NAME ours=… peer=… ratio=…` (medians, seconds).
How jobs are timed is said in frame/__init__.py. Ours runs on one thread here.

The runs are 240 of the Chinchilla figure where the data set is at hand (environment MURMURATION_MIRROR), else 240 drawn
from the law of Hoffmann et al. with a seed. The peers' work is too long to be done whole in each round:
- the grid is 45 of the 4500 starts of the replication notebook, drawn with a seed,
- the bootstrap is 40 of 4000 resamples,
- the package `chinchilla` is given 3 of its usual 243 starts.
The pass counts are 128 items with 10,000 samples each, drawn with a seed from a Beta law like that of a Pythia model.

The jobs on one curve, which are timed whole, are in curves.py.
"""

import contextlib
import csv
import itertools
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import autograd.numpy as anp
import numpy as np
from autograd import grad
from autograd.scipy.special import logsumexp as auto_logsumexp
from scipy.optimize import minimize
from scipy.special import huber, logsumexp
from scipy.stats import betabinom

from curves import JOBS as CURVES
from frame import CLASS_PATH, Job, run

warnings.filterwarnings("ignore")
DELTA = 1e-3
HOFFMANN = (6.0073404, 6.0179186, 0.5267228, 0.33917084, 0.2849083)  # a, b, e, alpha, beta


def simulated():
    """Nine budgets with 27 sizes each, of which 240 are kept; normal noise of 0.7 % in ln L."""
    rng = np.random.default_rng(1)
    budgets = np.repeat([6e18, 1e19, 3e19, 6e19, 1e20, 3e20, 6e20, 1e21, 3e21], 27)[:240]
    n = np.sqrt(budgets / 120) * 30 ** (np.tile(np.linspace(-0.5, 0.5, 27), 9)[:240])
    return np.concatenate([n, budgets / (6 * n), np.exp(model(HOFFMANN, n, budgets / (6 * n)) + rng.normal(0, 7e-3, 240))])


def model(theta, n, d):
    a, b, e, alpha, beta = theta
    return logsumexp(np.stack([a - alpha * np.log(n), b - beta * np.log(d), np.full(len(n), e)]), axis=0)


def chinchilla_runs():
    """Sizes, tokens and losses, one after another: the runs whose loss is below the fifth largest."""
    path = Path(os.environ.get("MURMURATION_MIRROR") or "-") / "scaling" / "chinchilla_245.csv"
    if not path.is_file():
        return simulated()
    with path.open() as file:
        rows = np.array([[float(v) for v in row] for row in list(csv.reader(file))[1:]])
    n, c, loss = rows[rows[:, 2] < np.sort(rows[:, 2])[-5]].T
    return np.concatenate([n, c / (6 * n), loss])


def sum_of_huber(theta, n, d, loss):
    return huber(DELTA, np.log(loss) - model(theta, n, d)).sum()


GRID = np.array(list(itertools.product(range(0, 30, 5), range(0, 30, 5), np.linspace(-1, 1, 5), *[np.linspace(0, 2, 5)] * 2)))
STARTS = np.random.default_rng(1).permutation(GRID)[:45]


def grid(x):
    """L-BFGS-B with SciPy's numeric gradient from a part of the grid, as in the replication notebook."""
    runs = np.split(x, 3)
    fits = [minimize(sum_of_huber, start, args=tuple(runs), method="L-BFGS-B") for start in STARTS]
    return [min(fit.fun for fit in fits)]


def auto_objective(theta, n, d, loss, weights):
    a, b, e, alpha, beta = theta
    terms = anp.stack([a - alpha * anp.log(n), b - beta * anp.log(d), e * anp.ones(len(n))])
    r = anp.abs(anp.log(loss) - auto_logsumexp(terms, axis=0))
    return anp.sum(weights * anp.where(r <= DELTA, 0.5 * r**2, DELTA * (r - 0.5 * DELTA)))


def best(runs):
    """The optimum of all runs, the start of each resample."""
    ones = np.ones(len(runs[0]))
    return minimize(auto_objective, HOFFMANN, args=(*runs, ones), jac=grad(auto_objective), method="BFGS", tol=1e-12).x


def bootstrap(x, start, count=40):
    """BFGS with automatic gradients on resamples; the spread of the two exponents."""
    runs, rng, laws = np.split(x, 3), np.random.default_rng(42), []
    for _ in range(count):
        rows = rng.choice(len(runs[0]), len(runs[0]))
        sample = [v[rows] for v in runs]
        fit = minimize(auto_objective, start, args=(*sample, np.ones(len(rows))), jac=grad(auto_objective), method="BFGS")
        laws.append(fit.x[3:])
    return list(np.std(laws, axis=0, ddof=1))


def package(x):
    """The asymmetric fit of the package from 3 starts: its objective."""
    from chinchilla import Chinchilla

    n, d, loss = np.split(x, 3)
    starts = dict(E=(1.5, 1.75, 2.0), a=(6.0,), b=(7.0,), alpha=(0.4,), beta=(0.4,))
    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(open(os.devnull, "w")):
        peer = Chinchilla(folder, param_grid=starts, log_level=60)
        for row in zip(6 * n * d, n, d, loss):
            peer.database.append(**dict(zip(("C", "N", "D", "loss"), map(float, row))))
        peer.fit(parallel=False)
    error = loss - peer.predict_loss(n, d)
    return [float(np.mean(np.where(error < 0, -10 * error, error)))]


def first_call():
    """Fit and 4000 resamples as the first thing a JVM does, on one thread."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "runs"
        np.savetxt(path, RUNS, fmt="%.17g")
        command = ["java", "-cp", CLASS_PATH, "murmuration.bench.ScalingJobs", str(path)]
        seconds = sorted(float(subprocess.check_output(command, text=True)) for _ in range(5))
    print(f"bench: huber-fit-and-bootstrap-4000-first-call ours={seconds[2]:.3g}", flush=True)


SAMPLES = 10_000
ATTEMPTS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


def pass_counts():
    rng = np.random.default_rng(1)
    return rng.binomial(SAMPLES, rng.beta(0.3, 12.4, 128)).astype(float)


def mean_pass_at_k(passes):
    """The estimator of Chen et al. (2021) in the form of its package: a product over the failures of each item."""
    values = []
    for k in ATTEMPTS:
        items = [1.0 if SAMPLES - c < k else 1.0 - np.prod(1.0 - k / np.arange(SAMPLES - c + 1, SAMPLES + 1)) for c in passes]
        values.append(float(np.mean(items)))
    return values


def beta_binomial(passes):
    """Maximum likelihood by the simplex, as one would write it with SciPy: shapes, and minus the log-likelihood."""
    def descent(shapes):
        return -betabinom.logpmf(passes, SAMPLES, *np.exp(shapes)).sum()

    fit = minimize(descent, [np.log(0.5), np.log(5)], method="Nelder-Mead", options={"xatol": 1e-8, "fatol": 1e-8})
    return [*np.exp(fit.x), fit.fun]


RUNS = chinchilla_runs()
START = best(np.split(RUNS, 3))
JOBS = [
    Job("huber-fit-grid-4500", RUNS, grid, times=len(GRID) // len(STARTS), tolerance=1e-6, rounds=3),
    Job("huber-bootstrap-4000", RUNS, lambda x: bootstrap(x, START), times=100, tolerance=8e-3, rounds=3),
    # The package stops early: its objective is above the least one.
    Job("asymmetric-fit-243", RUNS, package, times=81, rounds=3,
        agree=lambda ours, theirs: ours[0] <= theirs[0] * (1 + 1e-9)),
    Job("mean-pass-at-k-128-items", pass_counts(), mean_pass_at_k, tolerance=1e-12),
    Job("beta-binomial-128-items", pass_counts(), beta_binomial, tolerance=1e-5),
]

if __name__ == "__main__":
    first_call()
    sys.exit(not run("ScalingJobs", JOBS + CURVES))
