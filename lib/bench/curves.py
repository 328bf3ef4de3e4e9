"""Jobs of scaling.py on one curve: the recipe for broken laws, and the published estimators M2 and M4.

The recipe of the broken law is that of its authors: the best of a brute grid of 163,840 points, then curve_fit of
ln(1 + y). The estimators alternate a regression with small steps on the parameters it leaves out, as published: 1000
gradient steps of 1e-8 in each of the first 100 rounds, then 100 Newton steps damped by 0.1, until beta settles.
"""

import csv
from pathlib import Path

import numpy as np
from scipy.optimize import brute, curve_fit, nnls

from frame import Job

ADDITION = Path(__file__).resolve().parents[2] / "datasets" / "bnsl-4digit-addition" / "bnsl_4digit_addition.csv"
GRID = (slice(0, 0.5, 0.1), slice(0, 1.6, 0.2), slice(0, 0.16, 0.02), slice(1, 9, 1), slice(5.6, 7.2, 0.2), slice(-4, 0, 0.5))


def addition():
    """The first 14 points: x, then y."""
    with ADDITION.open() as file:
        rows = np.array([[float(v) for v in row] for row in list(csv.reader(file))[1:15]])
    return np.concatenate(rows.T)


def law(x, a, b, c0, c1, d1, f1):
    """One break, parameters of scale by their logarithm."""
    f = np.exp(f1)
    return a + np.exp(b - c0 * np.log(x) - c1 * f * np.logaddexp(0, (np.log(x) - d1) / f))


def recipe(numbers):
    x, y = np.split(numbers, 2)
    target = np.log1p(y)
    start = brute(lambda p: np.sum((np.log1p(law(x, *p)) - target) ** 2), GRID, finish=None)
    found = curve_fit(lambda v, *p: np.log1p(law(v, *p)), x, target, p0=start, maxfev=100_000)[0]
    return [np.mean((np.log1p(law(x, *found)) - target) ** 2)]


def levelling():
    """Ten losses below 1 that level off at either end: x, then y."""
    x = 5e5 * 2.0 ** np.arange(10)
    y = 0.3 + 0.65 / (1 + (x / 2e6) ** 0.7)
    return np.concatenate([x, y * np.exp(0.01 * np.random.default_rng(4).normal(size=10))])


def steps(rounds):
    return (1000, lambda slope, curvature: 1e-8 * slope) if rounds < 100 else (100, lambda slope, curvature: 0.1 * slope / curvature)


def m2(numbers):
    x, y = np.split(numbers, 2)
    design = np.stack([np.ones(len(x)), np.log(x)], axis=1)
    start = e = y.min() - 1e-3
    beta = 0.0
    for rounds in range(10_000):
        line = np.linalg.lstsq(design, np.log(y - e), rcond=None)[0]
        fitted = design @ line
        count, step = steps(rounds)
        for _ in range(count):
            rest = y - e
            r = np.log(rest) - fitted
            e = min(max(e - step(-np.mean(r / rest), np.mean((1 - r) / rest**2)), 0), start)
        if rounds > 101 and abs(np.exp(line[0]) - beta) < 1e-10:
            break
        beta = np.exp(line[0])
    return [e, -np.polyfit(np.log(x), np.log(y - e), 1)[0]]


def m4(numbers):
    x, y = np.split(numbers, 2)
    design = np.stack([np.ones(len(x)), -np.log(x), np.log(1 - y)], axis=1)
    start = e = y.min() - 1e-3
    top, beta = 1.0, 0.0
    for rounds in range(10_000):
        b, c, alpha = nnls(design, np.log(y - e))[0]
        count, step = steps(rounds)
        for _ in range(count):
            rest, room = y - e, top - y
            r = np.log(rest) - alpha * np.log(room) - b + c * np.log(x)
            e = min(max(e - step(-np.mean(r / rest), np.mean((1 - r) / rest**2)), 0), start)
            if alpha > 0:
                top -= step(-np.mean(alpha * r / room), np.mean(alpha * (alpha + r) / room**2))
                top = max(top, y.max() + 1e-3)
        if rounds > 101 and abs(np.exp(b) - beta) < 1e-10:
            break
        beta = np.exp(b)
    return [e, c]


def close(ours, theirs):
    return all(abs(a - b) <= 1e-4 * abs(b) for a, b in zip(ours, theirs, strict=True))


JOBS = [
    Job("bnsl-4digit-addition", addition(), recipe, rounds=3, agree=lambda ours, theirs: ours[0] <= theirs[0] * (1 + 1e-6)),
    Job("reference-m2", levelling(), m2, rounds=3, agree=close),
    Job("reference-m4", levelling(), m4, rounds=3, agree=close),
]
