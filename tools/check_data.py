#!/usr/bin/env python3
"""Checks datasets/: the registry against the files, and both generated descriptions against them.

usage: tools/check_data.py [FOLDER]      needs frictionless (5.21); reads Croissant with mlcroissant where it is installed
Files that are not bundled are checked too where MURMURATION_MIRROR has them (DIR/upstream/NAME.csv).
"""
import csv
import hashlib
import importlib.util
import io
import json
import logging
import os
import pathlib
import sys
import warnings

import datapackage

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else datapackage.DATASETS)
GENERATED = {"registry.json", "datapackage.json", "croissant.json"}


def place(entry):
    """The folder and the path below it, or None where the file cannot be had."""
    if entry["bundled"]:
        return FOLDER, entry["file"]
    upstream = pathlib.Path(os.environ.get("MURMURATION_MIRROR") or "/nowhere") / "upstream"
    return (upstream, entry["file"]) if (upstream / entry["file"]).is_file() else None


def registry(entry, problems):
    folder, path = place(entry)
    content = (folder / path).read_bytes()
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    found = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        "rows": len(lines) - entry["skip"],
    }
    problems += [f"{entry['name']}: {key} is {value}, the registry has {entry[key]}"
                 for key, value in found.items() if value != entry[key]]
    headers = [column["header"] for column in entry["columns"]]
    if lines[entry["skip"] - 1] != headers:
        problems.append(f"{entry['name']}: columns are {lines[entry['skip'] - 1]}, the registry has {headers}")


def frictionless(entry, resource, problems):
    from frictionless import Resource

    folder, path = place(entry)
    report = Resource.from_descriptor({**resource, "path": path}, basepath=str(folder)).validate()
    problems += [f"{entry['name']}: frictionless: {error[0]}" for error in report.flatten(["message"])[:3]]
    rows = report.tasks[0].stats.get("rows")
    if rows != entry["rows"]:
        problems.append(f"{entry['name']}: frictionless reads {rows} rows, the registry has {entry['rows']}")


def package(problems):
    from frictionless import Package

    checked = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    problems += [f"datapackage.json: {error}" for error in Package.metadata_validate(checked)]


def croissant(entries, problems):
    import mlcroissant

    logging.getLogger("absl").setLevel(logging.ERROR)
    dataset = mlcroissant.Dataset(str(FOLDER / "croissant.json"))
    for entry in entries:
        if entry["bundled"] and entry["skip"] == 1:  # the format has no word for lines before a header
            rows = sum(1 for _ in dataset.records(entry["name"]))
            if rows != entry["rows"]:
                problems.append(f"{entry['name']}: mlcroissant reads {rows} rows, the registry has {entry['rows']}")


def strays(entries):
    expected = GENERATED | {entry["file"] for entry in entries if entry["bundled"]}
    expected |= {str(pathlib.PurePosixPath(file).parent / "LICENSE") for file in expected if "/" in file}
    found = {file.relative_to(FOLDER).as_posix() for file in FOLDER.rglob("*") if file.is_file()}
    return [f"{name}: {'no data set has this file' if name in found else 'missing'}" for name in sorted(found ^ expected)]


def main():
    warnings.simplefilter("ignore")
    entries = json.loads((FOLDER / "registry.json").read_text(encoding="utf-8"))
    described = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    problems = strays(entries)
    if described != datapackage.datapackage(entries):
        problems.append("datapackage.json is stale: ./run docs")
    if json.loads((FOLDER / "croissant.json").read_text(encoding="utf-8")) != datapackage.croissant(entries):
        problems.append("croissant.json is stale: ./run docs")
    package(problems)
    here = [(entry, resource) for entry, resource in zip(entries, described.get("resources", [])) if place(entry)]
    for entry, resource in here:
        registry(entry, problems)
        frictionless(entry, resource, problems)
    reader = "read by mlcroissant"
    if not importlib.util.find_spec("mlcroissant"):
        reader = "not read: mlcroissant is not installed"
    elif problems:
        reader = "not read: see above"
    else:
        croissant(entries, problems)
    print("\n".join(problems), end="\n" if problems else "")
    print(f"data: {len(here)} files checked, {len(entries) - len(here)} not here, "
          f"{len(problems)} problems (croissant: {reader})")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
