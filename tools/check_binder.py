"""Checks binder/ without building it: everything is pinned, and repo2docker makes of it the image that we mean."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
PINNED = re.compile(r"^[A-Za-z0-9._-]+(\[[^]]+])?==[^*\s;]+(\s*;.*)?$")
CONDA_PINNED = re.compile(r"^[a-z0-9._-]+=[0-9][0-9.]*$")
USER = ["--user-id", "1000", "--user-name", "jovyan"]  # else repo2docker asks for the caller, who may have no name
# What the image must have, as repo2docker words it in its Dockerfile.
MEANT = [
    "FROM docker.io/library/buildpack-deps:",
    "environment-2epy-2d3-2e12",
    'env update -p ${NB_PYTHON_PREFIX} --file "binder/environment.yml"',
    "RUN ./binder/postBuild",
    'ENV R2D_ENTRYPOINT="${REPO_DIR}/binder/start"',
]


def unpinned():
    """Requirements without an exact version, as readable lines."""
    for file in [ROOT / "binder/requirements.txt", *ROOT.glob("tools/requirements.txt"), *ROOT.glob("lib/*/requirements*.txt")]:
        for line in file.read_text().splitlines():
            if line.strip() and not line.lstrip().startswith("#") and not PINNED.match(line.strip()):
                yield f"{file.relative_to(ROOT)}: '{line}' has no exact version"


def environment():
    told = yaml.safe_load((ROOT / "binder/environment.yml").read_text())
    packages = told["dependencies"]
    for package in packages:
        if isinstance(package, str) and not CONDA_PINNED.match(package):
            yield f"binder/environment.yml: '{package}' has no version"
    if {"pip": ["-r requirements.txt"]} not in packages:
        yield "binder/environment.yml does not take binder/requirements.txt"
    if not any(str(package).startswith("openjdk=25") for package in packages):
        yield "binder/environment.yml does not ask for JDK 25"


def scripts():
    for name in ("postBuild", "start"):
        file = ROOT / "binder" / name
        if not os.access(file, os.X_OK) or not file.read_text().startswith("#!"):
            yield f"binder/{name} is not an executable script"


def image():
    """What is missing from the Dockerfile that repo2docker makes; it reads a copy, so that builds are left out."""
    with tempfile.TemporaryDirectory() as copy:
        shutil.copytree(ROOT / "binder", Path(copy) / "binder")
        command = [sys.executable, "-m", "repo2docker", "--no-build", "--no-run", "--debug", *USER, copy]
        ran = subprocess.run(command, capture_output=True, text=True)
        said = ran.stdout + ran.stderr
    if ran.returncode:
        yield f"repo2docker refuses binder/:\n{said[-1500:]}"
    for line in MEANT:
        if line not in said:
            yield f"repo2docker's Dockerfile has no '{line}'"


def main():
    passed = failed = 0
    for check in (unpinned, environment, scripts, image):
        problems = list(check())
        for problem in problems:
            print(f"  {check.__name__}: {problem}")
        passed, failed = passed + (not problems), failed + bool(problems)
    print(f"binder: {passed} passed, {failed} failed, 0 skipped")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
