"""Same by value: numbers to a relative 1e-6, everything else exactly. For texts, figure numbers and whole notebooks."""

import difflib
import itertools
import math
import os
import re

RELATIVE = 1e-6
SMALLEST = 1e-18
NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
PICTURE = re.compile(r"data:image/[a-z+]+;base64,[A-Za-z0-9+/=]+|<svg\b.*?</svg>", re.DOTALL)
SKIPPED = "skipped:"
SKIPPED_VERDICT = "SKIPPED"


def same_number(a, b):
    return a == b or (math.isnan(a) and math.isnan(b)) or math.isclose(a, b, rel_tol=RELATIVE, abs_tol=SMALLEST)


def same_text(a, b):
    if a == b:
        return True
    if NUMBER.sub("#", a) != NUMBER.sub("#", b):
        return False
    return all(same_number(float(x), float(y)) for x, y in zip(NUMBER.findall(a), NUMBER.findall(b)))


def json_differences(committed, fresh, place=""):
    """The places where two JSON values differ, as lines; where a number comes from (provenance) is no part of its value."""
    if isinstance(committed, dict) and isinstance(fresh, dict):
        if SKIPPED_VERDICT in (committed.get("verdict"), fresh.get("verdict")) and committed.get("id") == fresh.get("id"):
            return []  # a row of the ledger whose data was out of reach once
        lines = []
        for key in sorted(committed.keys() | fresh.keys()):
            here = f"{place}.{key}" if place else key
            if key not in fresh:
                lines.append(f"{here}: no longer there")
            elif key not in committed:
                lines.append(f"{here}: new")
            elif key != "provenance":
                lines += json_differences(committed[key], fresh[key], here)
        return lines
    if isinstance(committed, list) and isinstance(fresh, list):
        if len(committed) != len(fresh):
            return [f"{place}: {len(committed)} values committed, {len(fresh)} now"]
        return [line for i, (a, b) in enumerate(zip(committed, fresh)) for line in json_differences(a, b, f"{place}[{i}]")]
    if is_number(committed) and is_number(fresh):
        same = same_number(float(committed), float(fresh))
    elif isinstance(committed, str) and isinstance(fresh, str):
        same = same_text(committed, fresh)
    else:
        same = committed is fresh or committed == fresh and type(committed) is type(fresh)
    return [] if same else [f"{place}: committed {committed!r}, now {fresh!r}"]


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def shown(cell):
    """What a cell shows, as (kind, text) pairs; a picture only as being there, since its numbers file is compared."""
    pairs = []
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            pairs.append((output.name, output.text))
        elif output.output_type == "error":
            pairs.append(("error", f"{output.ename}: {output.evalue}"))
        else:
            pairs += [(kind, "" if kind.startswith("image/") else text_of(data)) for kind, data in sorted(output.data.items())]
    return pairs


def text_of(data):
    """The text of an output, without the pictures in its HTML."""
    return PICTURE.sub("(picture)", "".join(data) if isinstance(data, list) else str(data))


def is_remote(cell):
    return "remote" in cell.metadata.get("tags", [])


def is_trained(cell):
    """What it shows comes out of a training, whose last digits are those of one kind of processor."""
    return "trained" in cell.metadata.get("tags", [])


def trained_sources(notebook):
    return [cell.source for cell in notebook.cells if cell.cell_type == "code" and is_trained(cell)]


def is_skipped(cell):
    return is_remote(cell) and any(text.lstrip().startswith(SKIPPED) for _, text in shown(cell))


def skipped_cells(notebook):
    return [i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code" and is_skipped(cell)]


def keep_remote(committed, fresh):
    """Where the data could be had before and cannot be now, the sections that need it go on showing what they showed."""
    if not skipped_cells(committed):
        for old, new in zip(committed.cells, fresh.cells):
            if is_remote(new) and old.get("outputs"):
                new.outputs = old.outputs
                new.execution_count = old.execution_count


def notebook_differences(committed, fresh, same_processor=True):
    """Cells that show something else now, as {index: readable lines}.

    Where either notebook had to skip a section for want of its data, cells tagged "remote" are not compared. On another
    kind of processor than the committed notebook was trained on, cells tagged "trained" need only show the same kinds.
    """
    incomplete = skipped_cells(committed) or skipped_cells(fresh)
    found = {}
    for i, (old, new) in enumerate(zip(committed.cells, fresh.cells)):
        if new.cell_type != "code" or (incomplete and is_remote(new)):
            continue
        before, after = shown(old), shown(new)
        loose = is_trained(new) and not same_processor
        if [kind for kind, _ in before] == [kind for kind, _ in after] and (
            loose or all(same_text(a, b) for (_, a), (_, b) in zip(before, after))
        ):
            continue
        found[i] = readable(before, after)
    return found


def readable(before, after):
    def lines(pairs):
        return [line for kind, text in pairs for line in [f"[{kind}]", *text.splitlines()]]

    return changed_lines(lines(before), lines(after))


def changed_lines(before, after):
    """The lines that differ, long ones cut to where they do."""
    found = []
    for what, i, j, k, n in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            for old, new in itertools.zip_longest(before[i:j], after[k:n]):
                start = max(0, len(os.path.commonprefix([old or "", new or ""])) - 60)
                found += [sign + cut(line, start) for sign, line in (("-", old), ("+", new)) if line is not None]
    return found[:12] + ([f"... and {len(found) - 12} lines more"] if len(found) > 12 else [])


def cut(line, start):
    return ("…" if start else "") + line[start : start + 160] + ("…" if len(line) > start + 160 else "")
