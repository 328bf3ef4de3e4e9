"""Runs one notebook in a fresh kernel and watches its memory."""

import copy
import hashlib
import os
import re
import tempfile
import threading

import psutil
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

KERNEL = "org.dflib.jjava."  # its own frames say nothing about the cell
BAR = re.compile(r"\d+% \|.*\| *\d+/\d+ \(")  # its last words can overtake its end
ANSI = re.compile(r"\x1b\[[0-9;]*m")


class Execution:
    """One run; after it, {@code peak} is the largest resident memory of its kernel in bytes."""

    def __init__(self, path, notebook, figures, timeout, board, name):
        self.path = path
        self.notebook = emptied(notebook)
        self.figures = figures
        self.timeout = timeout
        self.board = board
        self.name = name
        self.peak = 0
        self.at = 0

    def run(self, log):
        """The executed notebook, and what went wrong or None; what the kernel itself prints goes to the log file."""
        code = [i for i, cell in enumerate(self.notebook.cells) if cell.cell_type == "code"]
        self.board.began(self.name, len(code))
        client = NotebookClient(
            self.notebook,
            timeout=self.timeout,
            kernel_name=self.notebook.metadata.get("kernelspec", {}).get("name", "murmuration"),
            resources={"metadata": {"path": str(self.path.parent)}},
            record_timing=False,
            coalesce_streams=True,
            shutdown_kernel="immediate",
            on_cell_start=lambda cell, cell_index: self.reached(cell_index, code),
        )
        over = threading.Event()
        watch = threading.Thread(target=self.watch, args=(client, over), daemon=True)
        watch.start()
        error = None
        log.parent.mkdir(parents=True, exist_ok=True)
        try:
            with log.open("wb") as told:
                client.execute(env={**os.environ, "MURMURATION_FIGURES": str(self.figures)}, stdout=told, stderr=told)
        except CellExecutionError as thrown:
            frames = ANSI.sub("", thrown.traceback).rpartition("-" * 18)[2].splitlines()
            error = self.said(f"{thrown.ename}: {thrown.evalue}", "\n".join(f for f in frames if KERNEL not in f))
        except CellTimeoutError:
            error = self.said(f"took more than {self.timeout} s", "")
        except DeadKernelError:
            error = self.said("the kernel died", log.read_text(errors="replace"))
        except RuntimeError as broken:
            error = self.said(f"the kernel did not start: {broken}", log.read_text(errors="replace"))
        finally:
            over.set()
            watch.join()
        return normal(self.notebook), error

    def reached(self, index, code):
        self.at = index
        self.board.reached(self.name, sum(i < index for i in code))

    def said(self, what, more):
        source = (self.notebook.cells[self.at].source.splitlines() or [""])[0] if self.notebook.cells else ""
        tail = [line for line in ANSI.sub("", more).splitlines() if line.strip()][-15:]
        return "\n".join([f"cell {self.at + 1} ({source[:60]}): {what}", *tail])

    def watch(self, client, over):
        while not over.wait(0.2):
            try:
                kernel = psutil.Process(client.km.provisioner.pid)
                self.peak = max(self.peak, sum(p.memory_info().rss for p in [kernel, *kernel.children(recursive=True)]))
            except (AttributeError, TypeError, psutil.Error):
                continue  # not started yet, or already gone


def emptied(notebook):
    fresh = copy.deepcopy(notebook)
    for cell in fresh.cells:
        if cell.cell_type == "code":
            cell.outputs = []
            cell.execution_count = None
    return fresh


def normal(notebook):
    """Nothing in it that differs between two runs or two machines: no times, stable ids, no version of the runtime."""
    for i, cell in enumerate(notebook.cells):
        cell.metadata.pop("execution", None)
        cell.setdefault("id", hashlib.sha256(f"{i}\0{cell.source}".encode()).hexdigest()[:8])
        if "outputs" in cell:
            cell.outputs = [output for output in cell.outputs if not is_blank(output)]
        for output in cell.get("outputs", []):
            output.get("metadata", {}).pop("execution", None)
            output.pop("transient", None)
    notebook.nbformat_minor = max(notebook.nbformat_minor, 5)  # cells have ids from 4.5 on
    notebook.metadata.get("language_info", {}).pop("version", None)
    return notebook


def is_blank(output):
    """What is left of a progress line: it shows for long work only, so a slow machine has one where a quick has none."""
    if output.output_type != "display_data":
        return False
    texts = ["".join(text).strip() for text in output.data.values()]
    return not any(text and not BAR.search(text) for text in texts)


def atomic_write(path, content):
    """Writes the whole file or nothing of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = content.encode() if isinstance(content, str) else content
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
