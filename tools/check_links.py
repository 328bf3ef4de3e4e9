"""Checks, without a network, that every relative link and picture in *.md and notebooks leads somewhere."""

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat
from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parent.parent
HTML = re.compile(r"""<(?:img|a)\b[^>]*?\b(?:src|href)=["']([^"']+)""")
ID = re.compile(r"""\b(?:id|name)=["']([^"']+)""")
MARKDOWN = MarkdownIt("commonmark").enable("table")


def texts(path):
    if path.suffix == ".md":
        return [path.read_text(encoding="utf-8")]
    return [cell.source for cell in nbformat.read(path, 4).cells if cell.cell_type == "markdown"]


def walk(tokens):
    for token in tokens:
        yield token
        yield from walk(token.children or [])


def links(text):
    for token in walk(MARKDOWN.parse(text)):
        if token.type in ("link_open", "image"):
            yield str(token.attrs.get("href") or token.attrs.get("src"))
        elif token.type in ("html_inline", "html_block"):
            yield from HTML.findall(token.content)


def anchors(path):
    """The fragments that a page answers to: its headings as GitHub names them, and ids in its HTML."""
    found = set()
    for text in texts(path):
        tokens = MARKDOWN.parse(text)
        for before, token in zip(tokens, tokens[1:]):
            if before.type == "heading_open":
                words = "".join(child.content for child in token.children or [] if child.type in ("text", "code_inline"))
                slug = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
                found.update({slug, words.replace(" ", "-")})  # Jupyter keeps case and marks
        found.update(ID.findall(text))
    return found


def problem(page, link):
    """Why a relative link fails, or None."""
    parts = urlsplit(link)
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not target.is_relative_to(ROOT):
        return "leads out of the repository"
    if not target.exists():
        return "is not there"
    if parts.fragment and target.suffix in (".md", ".ipynb") and unquote(parts.fragment) not in anchors(target):
        return "has no such heading"
    return None


def pages():
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard", "*.md", "*.ipynb"], cwd=ROOT, capture_output=True, text=True, check=True
        ).stdout.splitlines()
        return [ROOT / name for name in listed if (ROOT / name).exists()]
    except (OSError, subprocess.CalledProcessError):  # not a git clone
        built = {"target", "build", ".venv", ".ipynb_checkpoints"}
        return [p for s in ("*.md", "*.ipynb") for p in sorted(ROOT.rglob(s)) if not built & set(p.relative_to(ROOT).parts)]


def main():
    passed = failed = skipped = 0
    for page in pages():
        for link in (link for text in texts(page) for link in links(text)):
            if urlsplit(link).scheme or link.startswith("//"):
                skipped += 1  # elsewhere: not looked at, this check is offline
                continue
            why = problem(page, link)
            if why:
                print(f"  {page.relative_to(ROOT)}: {link} {why}")
            passed, failed = passed + (not why), failed + bool(why)
    print(f"links: {passed} passed, {failed} failed, {skipped} skipped")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
