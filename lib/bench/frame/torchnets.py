"""The networks of lib/neural in PyTorch, in our own words: the same data, sizes, steps, optimiser and checks.

Data are drawn by NumPy for a whole batch at once, as one would in Python. Formulas are those of the Java side, down to
the order in which attention multiplies its matrices. One thread.
"""

import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy, gelu

torch.set_num_threads(1)

SIDE, PIXELS = 8, 192
MIDDLE, SPREAD = np.array([0.5, 0.5, 0.5, 0.45]), np.array([0.4, 0.4, 0.4, 0.2])
EULER, SAMPLES, BATCH = 12, 64, 128


def discs(rng, n, classes, colour, size):
    """Pictures and standardised conditions of n discs of each class (colour, size)."""
    grid = np.linspace(-1, 1, SIDE)
    pictures, conditions = [], []
    for c, s in classes:
        blue = 1 if c else -1
        tint = np.array([0.5 - blue * colour / 2, 0.5 - colour / 2, 0.5 + blue * colour / 2])
        rgb = tint + rng.uniform(-colour / 8, colour / 8, (n, 3))
        radius = 0.45 - (1 if s else -1) * size / 2 + rng.uniform(-size / 4, size / 4, n)
        x, y = rng.uniform(-0.1, 0.1, (2, n, 1, 1))
        ground = rng.uniform(0.8, 1, (n, 1, 1, 3))
        r = np.hypot(grid[None, :, None] - x, grid[None, None, :] - y)
        mask = 1 / (1 + np.exp((r - radius[:, None, None]) / 0.08))
        picture = mask[..., None] * rgb[:, None, None, :] + (1 - mask[..., None]) * ground
        pictures.append((2 * picture - 1).reshape(n, PIXELS))
        conditions.append((np.column_stack([rgb, radius]) - MIDDLE) / SPREAD)
    return np.concatenate(pictures).astype(np.float32), np.concatenate(conditions).astype(np.float32)


def prompt(c, s, colour, size, push=1.0):
    half = (1 if c else -1) * push * colour / 2
    asked = np.array([0.5 - half, 0.5 - abs(half), 0.5 + half, 0.45 - (1 if s else -1) * size / 2])
    return ((asked - MIDDLE) / SPREAD).astype(np.float32)


def evaluator(rng, colour, size):
    """Two logistic units on noisy pixels, by Newton: weights with the bias last."""
    classes = [(0, 0), (0, 1), (1, 0), (1, 1)]
    pictures, _ = discs(rng, 400, classes, colour, size)
    pictures = pictures + rng.normal(0, 0.1, pictures.shape)
    x = np.column_stack([pictures, np.ones(len(pictures))])
    free = np.append(np.ones(PIXELS), 0)
    units = []
    for concept in range(2):
        y = np.repeat([k[concept] for k in classes], 400)
        w = np.zeros(PIXELS + 1)
        for _ in range(50):
            p = 1 / (1 + np.exp(-x @ w))
            gradient = 0.5 * x.T @ (p - y) / len(y) + 2e-3 * free * w
            if np.linalg.norm(gradient) < 1e-7:
                break
            hessian = 0.5 * (x.T * (p * (1 - p))) @ x / len(y) + np.diag(2e-3 * free + 1e-12)
            w -= np.linalg.solve(hessian, gradient)
        units.append(w)
    return np.array(units)


class Field(nn.Module):
    def __init__(self):
        super().__init__()
        self.outer, self.inner = nn.Linear(4, 32), nn.Linear(32, 32)
        self.first, self.second = nn.Linear(PIXELS + 8 + 32, 128), nn.Linear(128 + 32, 128)
        self.third, self.last = nn.Linear(128 + 32, 128), nn.Linear(128, PIXELS)
        for parameter in self.modules():
            if isinstance(parameter, nn.Linear):
                bound = parameter.in_features**-0.5
                nn.init.uniform_(parameter.weight, -bound, bound)
                nn.init.uniform_(parameter.bias, -bound, bound)

    def embed(self, condition):
        return self.inner(gelu(self.outer(condition)))

    def forward(self, x, time, e):
        h = gelu(self.first(torch.cat([x, time, e], 1)))
        h = gelu(self.second(torch.cat([h, e], 1)))
        h = gelu(self.third(torch.cat([h, e], 1)))
        return self.last(h)


FREQUENCIES = torch.tensor([1.0, 2.0, 4.0, 8.0]) * (torch.pi / 2)


def features(t):
    angle = t[:, None] * FREQUENCIES
    return torch.cat([angle.sin(), angle.cos()], 1)


@torch.no_grad()
def look(field, units, generator, colour, size):
    """Shares of pictures that show what was asked: three trained classes, then the held-out one in eight ways."""
    asked = [(0, 0), (0, 1), (1, 0), (1, 1)]
    conditions = [prompt(c, s, colour, size) for c, s in asked] + [prompt(1, 1, colour, size, k) for k in (1.5, 2, 3)]
    e = field.embed(torch.from_numpy(np.stack(conditions)))
    towards = e[2] - e[0]
    unit = towards / towards.norm()
    patched = e[3] + ((e[2] - e[3]) @ unit) * unit
    e = torch.cat([e, torch.stack([e[3] + a * towards for a in (0.5, 1, 2)] + [patched])])
    noise = torch.randn(SAMPLES, PIXELS, generator=generator)
    x, e = noise.repeat(len(e), 1), e.repeat_interleave(SAMPLES, 0)
    for k in range(EULER):
        x = x + field(x, features(torch.full((len(x),), k / EULER)), e) / EULER
    seen = np.column_stack([x.numpy(), np.ones(len(x))]) @ units.T > 0
    wanted = np.repeat(np.array(asked + [(1, 1)] * 7, dtype=bool), SAMPLES, 0)
    return (seen == wanted).all(1).reshape(-1, SAMPLES).mean(1)


def generator_run(colour, size, steps, every, seed):
    """A training of the generator; the mean loss at its checkpoints and the last naive and latent shares."""
    rng, random = np.random.default_rng(seed), torch.Generator().manual_seed(seed)
    torch.manual_seed(seed)
    units = evaluator(rng, colour, size)
    pictures, conditions = map(torch.from_numpy, discs(rng, 2048, [(0, 0), (0, 1), (1, 0)], colour, size))
    field = Field()
    optimiser = torch.optim.AdamW(field.parameters(), lr=1e-3, weight_decay=0.01, fused=True)
    losses, seen = [], None
    for step in range(1, steps + 1):
        rows = torch.randint(len(pictures), (BATCH,), generator=random)
        to, t = pictures[rows], torch.rand(BATCH, generator=random)
        noise = torch.randn(BATCH, PIXELS, generator=random)
        at = torch.lerp(noise, to, t[:, None])
        loss = (field(at, features(t), field.embed(conditions[rows])) - (to - noise)).square().mean()
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        if step % every == 0:
            losses.append(loss.item())
            seen = look(field, units, random, colour, size)
    return [float(np.mean(losses[-5:])), float(seen[3]), float(seen[7:10].max())]


CLASSES, LABELS, PAIRS, DIMENSION, POSITIONS, EPSILON = 256, 16, 4, 32, 32, 0.1
TOKENS, WIDTH, HIDDEN = 2 * PAIRS + 1, POSITIONS + DIMENSION, 128


class Sequences:
    """Reddy's task with burstiness 2, drawn a batch at a time."""

    def __init__(self, rng):
        self.rng = rng
        self.classes = self.vectors(CLASSES)
        self.labels = self.vectors(LABELS)

    def vectors(self, *n):
        return self.rng.standard_normal((*n, DIMENSION), dtype=np.float32) * np.float32(DIMENSION**-0.5)

    def batch(self, n, kind="bursty"):
        """Tokens n x 9 x 64, and the label of the query."""
        rng = self.rng
        if kind == "weights":  # no class of the context has the query's label
            query = rng.integers(CLASSES, size=n)
            others = rng.integers(LABELS - 1, size=(n, PAIRS))
            label = others + (others >= (query % LABELS)[:, None])
            context = label + LABELS * rng.integers(CLASSES // LABELS, size=(n, PAIRS))
        else:
            query = rng.integers(CLASSES, size=n)
            other = rng.integers(CLASSES - 1, size=n)
            other += other >= query
            twice = np.stack([query, query, other, other], 1)
            context = np.take_along_axis(twice, rng.random((n, PAIRS)).argsort(1), 1)
        wanted, told = query % LABELS, context % LABELS
        if kind == "context":  # new vectors in place of the two classes, and two different labels
            fresh = self.vectors(n, 2)
            mine = context == query[:, None]
            first = rng.integers(LABELS, size=n)
            second = rng.integers(LABELS - 1, size=n)
            second += second >= first
            wanted, told = first, np.where(mine, first[:, None], second[:, None])
            items = np.where(np.column_stack([mine, np.ones(n, bool)])[..., None], fresh[:, None, 0], fresh[:, None, 1])
        else:
            items = self.classes[np.column_stack([context, query])]
        items = (items + np.float32(EPSILON) * self.vectors(n, PAIRS + 1)) / np.float32((1 + EPSILON**2) ** 0.5)
        tokens = np.zeros((n, TOKENS, WIDTH), np.float32)
        places = rng.integers(POSITIONS - 2 * PAIRS, size=n)[:, None] + np.arange(TOKENS)
        np.put_along_axis(tokens[:, :, :POSITIONS], places[..., None], 1, 2)
        tokens[:, ::2, POSITIONS:] = items
        tokens[:, 1::2, POSITIONS:] = self.labels[told]
        return torch.from_numpy(tokens), torch.from_numpy(wanted)


class Learner(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention = nn.ParameterList([nn.Parameter(torch.randn(WIDTH, WIDTH) * WIDTH**-0.5) for _ in range(6)])
        self.read = nn.Sequential(
            nn.Linear(WIDTH, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, LABELS))
        self.register_buffer("mask", torch.triu(torch.full((TOKENS, TOKENS), -1e9), 1))

    def scores(self, query, key, asking, asked):
        return asking @ (query.t() @ key) @ asked.transpose(1, 2) * WIDTH**-0.5

    def forward(self, x):
        q1, k1, v1, q2, k2, v2 = self.attention
        seen = x + (self.scores(q1, k1, x, x) + self.mask).softmax(2) @ (x @ v1.t())
        last = seen[:, -1:]
        read = self.scores(q2, k2, last, seen).softmax(2) @ seen
        return self.read((last + read @ v2.t()).squeeze(1))


def learner_run(steps, every, seed):
    """A training of the learner; its accuracies on bursty, in-context and in-weights sequences at the end."""
    torch.manual_seed(seed)
    source = Sequences(np.random.default_rng(seed))
    tests = [source.batch(512, kind) for kind in ("bursty", "context", "weights")]
    net = Learner()
    optimiser = torch.optim.Adam(net.parameters(), lr=3e-3, fused=True)
    right = []
    for step in range(1, steps + 1):
        x, wanted = source.batch(BATCH)
        loss = cross_entropy(net(x), wanted)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        optimiser.step()
        if step % every == 0:
            with torch.no_grad():
                right = [float((net(tokens).argmax(1) == label).float().mean()) for tokens, label in tests]
    return right
