"""Fetches Eclipse Temurin 25 for this machine into a folder, checks its SHA-256, and leaves it there whole or not at all.

Usage: fetch_jdk.py FOLDER
"""

import hashlib
import json
import os
import shutil
import signal
import sys
import tempfile
import urllib.request
from pathlib import Path

import jdk
from jdk import extractor

CATALOGUE = os.environ.get("MURMURATION_JDK_CATALOGUE", "https://api.adoptium.net")


def package():
    """Address and SHA-256 of the newest build for this system."""
    arch = "aarch64" if (str(jdk.OS), str(jdk.ARCH)) == ("mac", "arm") else jdk.ARCH
    query = f"architecture={arch}&image_type=jdk&os={jdk.OS}&vendor=eclipse"
    request = urllib.request.Request(f"{CATALOGUE}/v3/assets/latest/25/hotspot?{query}", headers={"User-Agent": "murmuration"})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            found = json.load(answer)
    except OSError as unreachable:
        raise SystemExit(f"{CATALOGUE} cannot be reached: {unreachable}") from None
    if not found:
        raise SystemExit(f"Temurin 25 is not offered for {jdk.OS} on {arch}")
    return found[0]["binary"]["package"]


def fetch(folder):
    folder.mkdir(parents=True, exist_ok=True)
    offer = package()
    print("fetching", offer["link"], flush=True)
    archive = Path(jdk.download(offer["link"], version="25"))
    with tempfile.TemporaryDirectory(dir=folder) as workshop:
        try:
            found = hashlib.sha256(archive.read_bytes()).hexdigest()
            if found != offer["checksum"]:
                raise SystemExit(f"{archive.name}: sha256 is {found}, the vendor says {offer['checksum']}")
            unpacked = Path(extractor.extract_files(str(archive), extractor.get_compressed_file_ext(str(archive)), workshop))
        finally:
            archive.unlink(missing_ok=True)
        home = folder / unpacked.name
        shutil.rmtree(home, ignore_errors=True)
        os.replace(unpacked, home)
    print("JDK in", home)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    fetch(Path(sys.argv[1]).expanduser())
