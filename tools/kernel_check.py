#!/usr/bin/env python3
"""Check the notebook experience in a real kernel: display, imports, documentation, interrupts, progress.

usage: kernel_check.py [--stock]

Without a word: the kernel "murmuration" that binder/install-kernel.py made, and that kernel with the core alone, to see
what it says of the modules that it has not. With --stock: JJava as it comes from
PyPI, with the library brought in by %maven (from ~/.m2, where ./mvnw install puts it) and by %classpath.
Prints a line a check and closes with "kernel: N passed, N failed".
"""
import os
import queue
import re
import subprocess
import sys
import time
import traceback
from pathlib import Path

import psutil
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "lib" / "core"
PATIENCE = 120
ANSI = re.compile(r"\x1b\[[0-9;]*m")


class Kernel:
    """A kernel that was started for one series of checks."""

    def __init__(self, name, first, alone=False):
        began = time.monotonic()
        self.first = first
        self.manager = KernelManager(kernel_name=name)
        if alone:
            self.manager._kernel_spec = core_alone(self.manager.kernel_spec)
        home = os.environ.get("JAVA_HOME")
        path = os.pathsep.join(([str(Path(home) / "bin")] if home else []) + [os.environ["PATH"]])
        self.environment = {**os.environ, "PATH": path}
        self.manager.start_kernel(env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=PATIENCE)
        self.ready = time.monotonic() - began

    def end(self):
        """Ask the kernel to end; seconds until it has."""
        began = time.monotonic()
        process = psutil.Process(self.manager.provisioner.pid)
        self.client.shutdown()
        process.wait(PATIENCE)
        return time.monotonic() - began

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def start(self, code):
        """Begin a cell; returns its message id."""
        return self.client.execute(code, allow_stdin=False)

    def finish(self, cell):
        """What a cell shows, in order, as (kind, content); ends when the kernel is idle again."""
        shown = []
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            message = self.client.get_iopub_msg(timeout=max(0.1, end - time.monotonic()))
            if message["parent_header"].get("msg_id") != cell:
                continue
            kind, content = message["msg_type"], message["content"]
            if kind == "status" and content["execution_state"] == "idle":
                return shown
            shown.append((kind, content))
        raise AssertionError("the cell did not end")

    def run(self, code):
        return self.finish(self.start(code))

    def show(self, code):
        """The forms, by MIME type, of the value of a cell."""
        for kind, content in self.run(code):
            if kind == "error":
                raise AssertionError(ANSI.sub("", "\n".join(content["traceback"])))
            if kind == "execute_result":
                return content["data"]
        raise AssertionError(f"{code!r} showed no value")

    def reply(self, message):
        while True:
            reply = self.client.get_shell_msg(timeout=PATIENCE)
            if reply["parent_header"].get("msg_id") == message:
                return reply["content"]

    def inspect(self, code, at):
        return self.reply(self.client.inspect(code, code.index(at)))["data"].get("text/plain", "")

    def complete(self, code):
        return self.reply(self.client.complete(code, len(code)))["matches"]

    def cpu(self):
        """CPU seconds of the kernel and of what it started."""
        first = psutil.Process(self.manager.provisioner.pid)
        return sum(sum(p.cpu_times()[:2]) for p in [first, *first.children(recursive=True)])


def core_alone(spec):
    """A kernel spec without the jars of our other modules."""

    def core(path):
        return os.pathsep.join(jar for jar in path.split(os.pathsep) if not re.search(r"/lib/(learn|neural)/target/", jar))

    argv = [core(arg) for arg in spec.argv if not arg.startswith("-XX:AOTCache")]
    return KernelSpec(argv=argv, env={name: core(value) for name, value in spec.env.items()}, interrupt_mode="message")


def has(text, *parts):
    for part in parts:
        assert part in text, f"{part!r} is not in {text[:500]!r}"


def imports_are_there(kernel):
    shown = kernel.show('Objects.hash(Table.create("t"), Rng.of(1), TimeSeries.of(new double[] {1, 2, 3})) != 0')
    assert shown["text/plain"] == "true", shown


def table_is_html(kernel):
    shown = kernel.show('Table.create("swans", DoubleColumn.create("x", 1.23456789, Double.NaN))')
    has(shown["text/html"], "<caption>swans</caption>", ">1.2346</td>", ">—</td>", "2 rows × 1 column")
    has(shown["text/plain"], "swans", "1.2346")


def figure_is_an_image(kernel):
    shown = kernel.show('Figure.of(Panel.of("x", "y").line("a", new double[] {0, 1, 2}, new double[] {0, 1, 3}))')
    has(shown["image/svg+xml"], "<svg")
    has(shown["text/plain"], "y against x")


def result_is_summary_and_table(kernel):
    kernel.run("""
        record Slope(double value) implements Result {
          public String summary() { return "slope <" + value + ">"; }
          public Table table() { return Table.create("fit", DoubleColumn.create("value", value)); }
          public Provenance provenance() { return Provenance.of(Map.of()); }
        }""")
    shown = kernel.show("new Slope(0.5)")
    has(shown["text/html"], ">slope &lt;0.5&gt;</pre>", "<caption>fit</caption>")


def arrays_are_readable(kernel):
    has(kernel.show("new double[] {1, 2.5, 3}")["text/plain"], "double[3]", "1, 2.5, 3")
    has(kernel.show("new boolean[] {true}")["text/plain"], "boolean[1]", "true")
    has(kernel.show("new double[3][2]")["text/html"], "double[3][2]")
    has(kernel.show('Map.of("a", new int[] {1, 2})')["text/html"], "int[2] [1, 2]")


def own_names_win(kernel):
    assert kernel.show('record Panel(int mine) {}\nnew Panel(3).mine()')["text/plain"] == "3"
    kernel.run("/drop Panel")


def javadoc_is_shown(kernel):
    has(kernel.inspect("Rng.seed(1, 2)", "("), "SplitMix64")
    has(kernel.inspect("Math.hypot(3, 4)", "("), "without intermediate overflow")


def names_are_completed(kernel):
    assert "seed" in " ".join(kernel.complete("Rng.se")), kernel.complete("Rng.se")
    assert any("TimeSeries" in match for match in kernel.complete("TimeSer"))


def a_missing_module_is_said_how_to_get(kernel):
    if kernel.show("OptionalModule.NEURAL.isPresent()")["text/plain"] == "true":
        assert not errors(kernel.run("import murmuration.neural.*;"))
        return
    for code in ("import murmuration.neural.*;", "ConceptGenerator generator = null;"):
        shown = kernel.run(code)
        assert len(errors(shown)) == 1, shown
        said = "".join(str(content) for kind, content in shown if kind in ("display_data", "stream"))
        has(said, "the optional module murmuration-neural", "%maven io.github.murmuration:murmuration-neural:", "./run setup")


def errors(shown):
    return [content for kind, content in shown if kind == "error"]


PARALLEL = """
    Parallel.map("counting", 1_000_000, i -> {
      double sum = 0;
      for (int k = 0; k < 20_000; k++) { sum += Math.sin(k + i); }
      return sum;
    })"""
STUDY = 'EarlyWarning.of(Datasets.series("lr04")).every(1000).against(Surrogates.arma(1_000_000)).run()'


def interrupt_stops_a_parallel_loop(kernel):
    interrupt(kernel, PARALLEL)


def interrupt_stops_a_study(kernel):
    interrupt(kernel, STUDY)


def interrupt(kernel, code):
    cell = kernel.start(code)
    time.sleep(3)
    began = time.monotonic()
    kernel.manager.interrupt_kernel()
    shown = kernel.finish(cell)
    took = time.monotonic() - began
    assert took < 2, f"the cell ended {took:.1f} s after the interrupt"
    stops = errors(shown)
    assert len(stops) == 1, shown
    lines = [line.strip() for line in ANSI.sub("", "\n".join(stops[0]["traceback"])).splitlines()]
    said = [line for line in lines if line and not line.startswith("|")]  # the cell's own lines come after a bar
    assert said == ["Evaluation interrupted."], lines
    for _ in range(8):
        before = kernel.cpu()
        time.sleep(1)
        burnt = kernel.cpu() - before
        if burnt < 0.1:
            break
    assert burnt < 0.1, f"8 s after the interrupt the kernel still takes {burnt:.2f} s of CPU a second"
    assert kernel.show("1 + 1")["text/plain"] == "2"


def progress_is_shown(kernel):
    shown = kernel.run("""
        try (var progress = Progress.of("counting sheep", 20)) {
          for (int i = 0; i < 20; i++) { Thread.sleep(100); progress.tick(); }
        }
        System.out.println("done");""")
    first = [content for kind, content in shown if kind == "display_data"]
    later = [content for kind, content in shown if kind == "update_display_data"]
    assert len(first) == 1, shown
    has(first[0]["data"]["text/plain"], "counting sheep", "%")
    identity = first[0]["transient"]["display_id"]
    assert all(content["transient"]["display_id"] == identity for content in later), later
    assert 3 <= len(later) <= 12, f"{len(later)} updates in 2 s"
    assert not "".join(later[-1]["data"].values()).strip(), later[-1]
    assert not [content for kind, content in shown if kind == "stream" and content["name"] == "stderr"], shown


def it_ends_when_told(kernel):
    took = kernel.end()
    assert took < 5, f"the kernel ended {took:.1f} s after it was told to"


STARTER = """
import subprocess, sys
from jupyter_client import KernelManager
name, first = sys.argv[1:]
manager = KernelManager(kernel_name=name)
manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
client = manager.client()
client.start_channels()
client.wait_for_ready(timeout=120)
client.execute_interactive(first, timeout=120, output_hook=lambda _: None)
print(manager.provisioner.pid, flush=True)
sys.stdin.read()
"""


def it_ends_with_a_starter_that_was_killed(kernel):
    command = [sys.executable, "-c", STARTER, kernel.manager.kernel_name, kernel.first or "1"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=kernel.environment, **pipes) as starter:
        orphan = psutil.Process(int(starter.stdout.readline()))
        starter.kill()
    try:
        orphan.wait(20)
    except psutil.TimeoutExpired:
        orphan.kill()
        raise AssertionError("20 s after its starter was killed the kernel is still there") from None


CHECKS = [
    imports_are_there,
    table_is_html,
    figure_is_an_image,
    result_is_summary_and_table,
    arrays_are_readable,
    own_names_win,
    javadoc_is_shown,
    names_are_completed,
    a_missing_module_is_said_how_to_get,
    progress_is_shown,
    interrupt_stops_a_parallel_loop,
    interrupt_stops_a_study,
    it_ends_with_a_starter_that_was_killed,
    it_ends_when_told,
]


def ways(stock):
    """(what, a kernel to be, the checks) for each way of bringing the library in."""
    if not stock:
        return [
            ("murmuration", ("murmuration", None), CHECKS),
            ("core alone", ("murmuration", None, True), [a_missing_module_is_said_how_to_get]),
        ]
    version = re.search(r"<version>([^<]+)", (ROOT / "pom.xml").read_text())[1]
    jars = f"{CORE}/target/murmuration-{version}.jar {CORE}/target/deps/*.jar"
    return [
        ("%maven", ("java", f"%maven io.github.murmuration:murmuration:{version}"), CHECKS),
        ("%classpath", ("java", f"%classpath {jars}"), CHECKS),
    ]


def main():
    if set(sys.argv[1:]) - {"--stock"}:
        sys.exit(__doc__)
    passed = failed = 0
    for what, start, checks in ways("--stock" in sys.argv):
        kernel = Kernel(*start)
        print(f"{what}: ready after {kernel.ready:.2f} s", flush=True)
        try:
            if kernel.first:
                began = time.monotonic()
                shown = kernel.run(kernel.first)
                assert not errors(shown), shown
                print(f"{what}: the library is in after {time.monotonic() - began:.1f} s more", flush=True)
            for check in checks:
                began = time.monotonic()
                try:
                    check(kernel)
                    passed, word = passed + 1, "passed"
                except (AssertionError, KeyError, queue.Empty) as e:
                    failed, word = failed + 1, f"FAILED: {e or traceback.format_exc()}"
                print(f"{what}: {check.__name__.replace('_', ' ')}: {word} ({time.monotonic() - began:.1f} s)", flush=True)
        finally:
            kernel.close()
    print(f"kernel: {passed} passed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
