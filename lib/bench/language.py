"""Times metrics of languages: Murmuration and the Python that people run, on the same numbers, alternating.

Usage: ./run bench language       Prints, for each job, `bench: NAME ours=... peer=... ratio=...` (medians, seconds).
How jobs are timed is said in frame/__init__.py. Languages have 4 attributes of 8 values and messages of 8 symbols out
of 20, all drawn evenly. Ours runs on one core. The peers of topographic similarity are the fastest Python there is
(rapidfuzz for all edit distances, SciPy's pdist and spearmanr), a plain loop over the pairs with editdistance, and
SciPy's pdist that calls editdistance for each pair, which is how the usual packages are built; the last two are timed
on 1,000 of 5,000 records, a 25th of the pairs. Positional and bag-of-symbols disentanglement and the naming game stand
beside the same in plain Python, in our own words. At the end 100,000 records in a JVM whose whole heap is capped, on all
cores, and a naming game of as many agents, without a peer.
"""

import itertools
import math
import random
import sys
from collections import Counter

import editdistance
import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist
from scipy.spatial.distance import pdist
from scipy.stats import spearmanr

from frame import Job, alone, run

ATTRIBUTES, SYMBOLS = 4, 8
HEAP = "-Xmx64m"


def language(n, seed=1):
    """A language as numbers: of each record its attributes, then its symbols."""
    rng = np.random.default_rng(seed)
    return np.hstack([rng.integers(0, 8, (n, ATTRIBUTES)), rng.integers(0, 20, (n, SYMBOLS))]).astype(float).ravel()


def parts(numbers):
    rows = numbers.astype(int).reshape(-1, ATTRIBUTES + SYMBOLS)
    return rows[:, :ATTRIBUTES], rows[:, ATTRIBUTES:]


def matrix(numbers):
    """All edit distances as a matrix in C++, one thread; ranks by SciPy."""
    meanings, messages = parts(numbers)
    words = ["".join(chr(97 + s) for s in m) for m in messages]
    edits = cdist(words, words, scorer=Levenshtein.distance, dtype=np.uint8, workers=1)
    upper = np.triu_indices(len(words), 1)
    return [float(spearmanr(pdist(meanings, "hamming"), edits[upper]).statistic)]


def loop(numbers):
    """One pair after another."""
    meanings, messages = parts(numbers)
    edits = [editdistance.eval(a, b) for a, b in itertools.combinations(messages.tolist(), 2)]
    return [float(spearmanr(pdist(meanings, "hamming"), edits).statistic)]


def called(numbers):
    """One call from SciPy after another, edits over the mean length, which is the same for all."""
    meanings, messages = parts(numbers)
    edits = pdist(messages, lambda a, b: editdistance.eval(a, b) / ((len(a) + len(b)) / 2))
    return [float(spearmanr(pdist(meanings, "hamming"), edits).statistic)]


def entropy(values):
    counts = Counter(values).values()
    n = sum(counts)
    return -sum(c / n * math.log2(c / n) for c in counts)


def disentanglement(meanings, columns):
    """Mean over the columns of the gap between their two highest informations, over their entropy."""
    gaps = []
    for column in columns:
        h = entropy(column)
        if h > 0:
            told = sorted(h + entropy(a) - entropy(zip(a, column)) for a in meanings)
            gaps.append((told[-1] - told[-2]) / h)
    return [sum(gaps) / len(gaps)]


def posdis(numbers):
    meanings, messages = parts(numbers)
    return disentanglement(meanings.T.tolist(), messages.T.tolist())


def bosdis(numbers):
    meanings, messages = parts(numbers)
    rows = messages.tolist()
    return disentanglement(meanings.T.tolist(), [[row.count(s) for row in rows] for s in sorted(set(messages.ravel().tolist()))])


def naming_game(numbers):
    """The minimal naming game until all agree: its interactions."""
    n = int(numbers[0])
    words, invented, held, time = [[] for _ in range(n)], 0, Counter(), 0
    total = 0
    while total != n or len(held) != 1:
        speaker, hearer = random.randrange(n), random.randrange(n - 1)
        hearer += hearer >= speaker
        time += 1
        if not words[speaker]:
            words[speaker].append(invented)
            held[invented] += 1
            total += 1
            invented += 1
        word = random.choice(words[speaker])
        if word in words[hearer]:
            for agent in (speaker, hearer):
                for other in words[agent]:
                    held[other] -= 1
                    if held[other] == 0:
                        del held[other]
                total += 1 - len(words[agent])
                words[agent] = [word]
                held[word] += 1
        else:
            words[hearer].append(word)
            held[word] += 1
            total += 1
    return [float(time)]


def alike(ours, theirs):
    """Both have chance of their own: times to agree within a factor of three."""
    return 1 / 3 < ours[0] / theirs[0] < 3


def of_a_part(peer):
    return lambda numbers: peer(numbers[: 1000 * (ATTRIBUTES + SYMBOLS)])


def unasked(ours, theirs):
    """The answer for a part is not that for the whole; the whole is compared beside the matrix."""
    return True


JOBS = [
    *(Job(f"topsim-{n}", language(n), matrix) for n in (500, 1000, 2000, 5000)),
    Job("topsim-loop-500", language(500), loop),
    Job("topsim-called-500", language(500), called),
    Job("topsim-loop-5000", language(5000), of_a_part(loop), times=25, agree=unasked, rounds=3),
    Job("topsim-called-5000", language(5000), of_a_part(called), times=25, agree=unasked, rounds=3),
    Job("posdis-5000", language(5000), posdis),
    Job("bosdis-5000", language(5000), bosdis),
    Job("naming-1000", np.array([1000.0]), naming_game, agree=alike),
]


if __name__ == "__main__":
    right = run("LanguageJobs", JOBS)
    alone("LanguageJobs", "capped", options=[HEAP])
    alone("LanguageJobs", "naming")
    sys.exit(not right)
