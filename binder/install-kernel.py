#!/usr/bin/env python3
"""Install the Jupyter kernel "murmuration": JJava on this JDK with the library on its class path.

usage: install-kernel.py [--train]    (JAVA_HOME names a JDK 25 or newer)

One JVM, which starts sooner than JJava's own launcher does. --train also records an AOT cache of that JVM, which
makes every start 0.3 s faster and takes 15 s and more; a cache is used only with the very jars it was made from.
"""
import glob
import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "lib" / "core" / "target"
ADDED = [ROOT / "lib" / module / "target" for module in ("learn", "neural")]  # what the kernel has too, where built
CACHE = TARGET / "kernel.aot"
KERNELS = Path(sys.prefix) / "share" / "jupyter" / "kernels"
OTHER_JARS = ("-sources.jar", "-javadoc.jar", "-tests.jar")
FLAGS = [
    "--add-opens", "jdk.jshell/jdk.jshell=ALL-UNNAMED",
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-Djava.awt.headless=true",
    "-XX:+UseSerialGC",
    "-XX:MaxRAMPercentage=50",
    # Most of what a notebook runs, it runs briefly: the second compiler waits ten times longer than by default before it
    # takes a method up, which saves 11 to 14 % of a notebook's CPU and costs a long loop some milliseconds.
    "-XX:Tier4InvocationThreshold=50000",
    "-XX:Tier4MinInvocationThreshold=6000",
    "-XX:Tier4CompileThreshold=150000",
    "-XX:Tier4BackEdgeThreshold=400000",
]
# What a first notebook does: the classes that these cells load are in the cache.
TRAINING = [
    'Datasets.load("lr04")',
    'EarlyWarning.of(Datasets.series("lr04")).between(1_500_000, 900_000).every(2000).against(Surrogates.ar1(20)).run()',
    'Figure.of(Panel.of("x", "y").line("a", new double[] {0, 1, 2}, new double[] {0, 1, 3}))',
    "new double[] {1, 2, 3}",
]


def java():
    home = os.environ.get("JAVA_HOME")
    if not home:
        sys.exit("install-kernel: JAVA_HOME is not set; it must name a JDK 25 or newer")
    path = Path(home) / "bin" / "java"
    if not path.is_file():
        sys.exit(f"install-kernel: {path} does not exist; JAVA_HOME must name a JDK 25 or newer")
    release = Path(home) / "release"
    version = re.search(r'JAVA_VERSION="(\d+)', release.read_text() if release.is_file() else "")
    if version and int(version[1]) < 25:
        sys.exit(f"install-kernel: {home} is a JDK {version[1]}; JAVA_HOME must name a JDK 25 or newer")
    return str(path)


def jars():
    """The kernel's jar, then the library's and those it needs, one by one: the cache depends on their order."""
    kernel = KERNELS / "java" / "jjava.jar"
    if not kernel.is_file():
        sys.exit(f"install-kernel: {kernel} does not exist; {sys.executable} -m pip install -r binder/requirements.txt")
    library = built(TARGET)
    if len(library) < 2:
        sys.exit(f"install-kernel: the library is not built: no {TARGET}/murmuration-*.jar with its deps; "
                 "./mvnw -Dmaven.test.skip=true install")
    return str(kernel), library + [jar for target in ADDED for jar in built(target)]


def built(target):
    """A module's newest jar and those it needs; nothing where it is not built."""
    made = [path for path in target.glob("murmuration-*.jar") if not path.name.endswith(OTHER_JARS)]
    newest = sorted(made, key=lambda path: path.stat().st_mtime)[-1:]
    return [str(path) for path in newest] + (sorted(glob.glob(str(target / "deps" / "*.jar"))) if newest else [])


def spec(kernel, library):
    return {
        "argv": [
            java(), *FLAGS, f"-XX:AOTCache={CACHE}", "-Xlog:aot=off", "-Xlog:cds=off",
            "-cp", os.pathsep.join([kernel, *library]), "org.dflib.jjava.distro.JJava", "{connection_file}",
        ],
        "display_name": "Java 25 (Murmuration)",
        "language": "java",
        "interrupt_mode": "message",
        "env": {"JJAVA_CLASSPATH": os.pathsep.join(library), "OPENBLAS_NUM_THREADS": "1"},
        "metadata": {"debugger": False},
    }


def write(path, text):
    """The file appears whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_text(text)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def is_stale(paths, file, text):
    """A cache is of no use with another JDK, other flags or other jars than it was made with."""
    if not file.is_file() or file.read_text() != text:
        return True
    return CACHE.exists() and CACHE.stat().st_mtime < max(Path(path).stat().st_mtime for path in paths)


def train(kernelspec):
    """Run the first cells of a notebook in a JVM that writes down, as it ends, what it loaded."""
    from jupyter_client import KernelManager
    from jupyter_client.kernelspec import KernelSpec

    fresh = CACHE.with_name(f".{CACHE.name}.{os.getpid()}")
    argv = [f"-XX:AOTCacheOutput={fresh}" if arg.startswith("-XX:AOTCache=") else arg for arg in kernelspec["argv"]]
    manager = KernelManager()
    manager.shutdown_wait_time = 300  # the cache is written after the last cell
    manager._kernel_spec = KernelSpec(argv=argv, language="java", env=kernelspec["env"], interrupt_mode="message")
    manager.start_kernel(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=120)
        for cell in TRAINING:
            reply = client.execute_interactive(cell, timeout=120, output_hook=lambda _: None, allow_stdin=False)
            if reply["content"]["status"] != "ok":
                print(f"install-kernel: in training, {cell!r} failed: {reply['content'].get('evalue')}", file=sys.stderr)
        client.stop_channels()
        manager.shutdown_kernel(now=False)
        if fresh.exists():
            os.replace(fresh, CACHE)
        else:
            print("install-kernel: no start-up cache was written; the kernel starts without one", file=sys.stderr)
    finally:
        if manager.is_alive():
            manager.shutdown_kernel(now=True)
        for rest in TARGET.glob(f"{fresh.name}*"):
            rest.unlink()


def main():
    if set(sys.argv[1:]) - {"--train"}:
        sys.exit(__doc__)
    kernel, library = jars()
    kernelspec = spec(kernel, library)
    file = KERNELS / "murmuration" / "kernel.json"
    text = json.dumps(kernelspec, indent=1) + "\n"
    if is_stale([kernel, *library], file, text):
        CACHE.unlink(missing_ok=True)
    write(file, text)
    if "--train" in sys.argv and not CACHE.exists():
        train(kernelspec)
    cache = f"with a start-up cache of {CACHE.stat().st_size / 1e6:.0f} MB" if CACHE.exists() else "without a start-up cache"
    print(f"kernel murmuration: {file.parent}, {cache}")


if __name__ == "__main__":
    main()
