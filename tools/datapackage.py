#!/usr/bin/env python3
"""Writes datasets/datapackage.json (Frictionless Data Package v1) and datasets/croissant.json
(MLCommons Croissant 1.0) from datasets/registry.json.

usage: tools/datapackage.py [--check]      --check writes nothing and fails when a file is stale
"""
import json
import os
import pathlib
import sys

DATASETS = pathlib.Path(__file__).resolve().parent.parent / "datasets"
TITLE = "Data sets of Murmuration"
ABOUT = ("Measured and published series for the analysis of emergent behaviour. Bundled files are the "
         "originals, byte for byte; the others are fetched from their address and checked by their sha256.")
MISSING = ["", "NaN", "NA"]
CROISSANT_TYPES = {"number": "sc:Float", "integer": "sc:Integer", "string": "sc:Text"}
CONTEXT = {
    "@language": "en", "@vocab": "https://schema.org/", "citeAs": "cr:citeAs", "column": "cr:column",
    "conformsTo": "dct:conformsTo", "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"}, "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/", "examples": {"@id": "cr:examples", "@type": "@json"}, "extract": "cr:extract",
    "field": "cr:field", "fileProperty": "cr:fileProperty", "fileObject": "cr:fileObject", "fileSet": "cr:fileSet",
    "format": "cr:format", "includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath",
    "key": "cr:key", "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path", "recordSet": "cr:recordSet",
    "references": "cr:references", "regex": "cr:regex", "repeated": "cr:repeated", "replace": "cr:replace",
    "sc": "https://schema.org/", "separator": "cr:separator", "source": "cr:source", "subField": "cr:subField",
    "transform": "cr:transform",
}


def described(column):
    return column["title"] + (f" ({column['unit']})" if column["unit"] else "")


def resource(entry):
    licence = {"name": entry["licence"]}
    if entry["bundled"]:
        licence["path"] = str(pathlib.PurePosixPath(entry["file"]).parent / "LICENSE")
    return {
        "name": entry["name"],
        "profile": "tabular-data-resource",
        "title": entry["title"],
        "description": entry["notes"],
        "path": entry.get("url", entry["file"]),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": entry["bytes"],
        "hash": "sha256:" + entry["sha256"],
        "dialect": {"headerRows": [entry["skip"]]},
        "schema": {
            "fields": [{"name": c["header"], "type": c["type"], "title": c["name"], "description": described(c),
                        **({"unit": c["unit"]} if c["unit"] else {})} for c in entry["columns"]],
            "missingValues": MISSING,
        },
        "licenses": [licence],
        "sources": [{"title": entry["citation"]}],
    }


def datapackage(entries):
    return {"profile": "tabular-data-package", "name": "murmuration-datasets", "title": TITLE, "description": ABOUT,
            "resources": [resource(entry) for entry in entries]}


def file_object(entry):
    return {"@type": "cr:FileObject", "@id": entry["name"] + ".csv", "name": entry["name"] + ".csv",
            "description": f"{entry['title']}. Licence: {entry['licence']}. {entry['notes']}".strip(),
            "contentUrl": entry.get("url", entry["file"]), "contentSize": f"{entry['bytes']} B",
            "encodingFormat": "text/csv", "sha256": entry["sha256"]}


def record_set(entry):
    return {"@type": "cr:RecordSet", "@id": entry["name"], "name": entry["name"], "description": entry["title"],
            "field": [{"@type": "cr:Field", "@id": f"{entry['name']}/{c['name']}", "name": c["name"],
                       "description": described(c), "dataType": CROISSANT_TYPES[c["type"]],
                       "source": {"fileObject": {"@id": entry["name"] + ".csv"}, "extract": {"column": c["header"]}}}
                      for c in entry["columns"]]}


def croissant(entries):
    return {"@context": CONTEXT, "@type": "sc:Dataset", "conformsTo": "http://mlcommons.org/croissant/1.0",
            "name": "murmuration-datasets", "description": ABOUT,
            "license": sorted({entry["licence"] for entry in entries}),
            "citeAs": "\n".join(dict.fromkeys(entry["citation"] for entry in entries)),
            "distribution": [file_object(entry) for entry in entries],
            "recordSet": [record_set(entry) for entry in entries]}


def main():
    entries = json.loads((DATASETS / "registry.json").read_text(encoding="utf-8"))
    stale = []
    for name, content in (("datapackage.json", datapackage(entries)), ("croissant.json", croissant(entries))):
        file = DATASETS / name
        text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
        if file.exists() and file.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in sys.argv:
            part = file.with_suffix(".part")
            part.write_text(text, encoding="utf-8")
            os.replace(part, file)
    if "--check" in sys.argv and stale:
        sys.exit(f"datasets: stale {', '.join(stale)}; run ./run docs")
    print("datasets:", "wrote " + ", ".join(stale) if stale else "nothing to write")


if __name__ == "__main__":
    main()
