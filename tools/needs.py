"""What a notebook needs beyond the core: whether an optional module runs here, and on which processor it computes.

A notebook whose metadata say {"murmuration": {"needs": "neural"}} is skipped where that module cannot run.
"""

import functools
import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KERNEL = Path(sys.prefix) / "share" / "jupyter" / "kernels" / "murmuration" / "kernel.json"
PROBES = {"neural": "murmuration.neural.engine.NeuralEngine"}  # a program that fails, with the reason, where it cannot run
VECTORS = ("avx", "avx2", "fma", "avx512f", "avx512_vnni", "avx512_bf16", "amx_tile")


def needed(notebook):
    return notebook.metadata.get("murmuration", {}).get("needs")


@functools.cache
def missing(module):
    """Why the module cannot run with the notebook kernel, in one line, or None where it can."""
    if module not in PROBES:
        return f"it needs a module '{module}', which there is not"
    spec = json.loads(KERNEL.read_text())
    classes = spec["env"]["JJAVA_CLASSPATH"]
    if not any(f"murmuration-{module}-" in jar for jar in classes.split(os.pathsep)):
        return why_not_built(module)
    java = spec["argv"][0]
    tried = subprocess.run(
        [java, "--enable-native-access=ALL-UNNAMED", "-cp", classes, PROBES[module]], capture_output=True, text=True, check=False
    )
    if tried.returncode == 0:
        return None
    said = re.search(r"Exception[^:\n]*: (.*)", tried.stderr)
    return said[1] if said else f"the module murmuration-{module} does not start"


@functools.cache
def processor():
    """The kind of processor, by which the last digits of a training are decided."""
    try:
        text = Path("/proc/cpuinfo").read_text()
    except OSError:
        return f"{platform.machine()} {platform.processor()}".strip()
    model = re.search(r"^model name\s*:\s*(.*)$", text, re.MULTILINE)
    flags = re.search(r"^flags\s*:\s*(.*)$", text, re.MULTILINE)
    has = set(flags[1].split()) if flags else set()
    return " ".join([model[1].strip() if model else platform.machine(), *(v for v in VECTORS if v in has)])


def why_not_built(module):
    """What the build left where it could not build the module, in one line."""
    told = ROOT / "lib" / module / "target" / "missing"
    reason = told.read_text().strip() if told.exists() else "./run setup builds it"
    return f"the module murmuration-{module} is not built here: {reason}"


def trained_here(notebook):
    """Whether what the notebook's trained cells show was computed on this kind of processor."""
    return notebook.metadata.get("murmuration", {}).get("trained_on") == processor()


def note_processor(notebook):
    notebook.metadata.setdefault("murmuration", {})["trained_on"] = processor()
