"""Prints one SHA-256 of its arguments: of names and contents for files and folders, of the text itself after a "="."""

import hashlib
import sys
from pathlib import Path

LEFT_OUT = {"target", "build", "__pycache__", ".ipynb_checkpoints"}


def files(path):
    """The files of a folder in a fixed order, without what builds leave behind; a file is itself."""
    if path.is_file():
        return [path]
    return sorted(f for f in path.rglob("*") if f.is_file() and not LEFT_OUT.intersection(f.relative_to(path).parts))


def fingerprint(*parts):
    """Parts are paths, or strings that start with "="; a path that is not there is an input too."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(f"{part}\0".encode())
        if not str(part).startswith("="):
            for file in files(Path(part)):
                digest.update(f"{file.as_posix()}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\0".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    print(fingerprint(*sys.argv[1:]))
