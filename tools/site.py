"""The guides and the notebooks as static HTML: site.py FOLDER writes them below the folder, which must be new.

Pages keep their places (docs/x.md is docs/x.html, notebooks/a.ipynb is notebooks/a.html), so that links go on working.
"""

import html
import os
import re
import shutil
import sys
from pathlib import Path

from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin
from nbconvert import HTMLExporter

ROOT = Path(__file__).resolve().parent.parent
MARKDOWN = MarkdownIt("gfm-like", {"linkify": False}).use(anchors_plugin, max_level=4)
LINK = re.compile(r"""<a [^>]*?href=["'](?![a-z]+:|//|#)([^"'#?]+)[^>]*>(.*?)</a>""", re.DOTALL)
LATER = ("api/", "figures/ledger.html")  # made by ./run docs once the pages are there
PAGE_LINK = re.compile(r"""(\b(?:href|src)=["'](?![a-z]+:|//)[^"'#]*?)\.(?:md|ipynb)(?=["'#])""")
STYLE = """body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:16px/1.55 "DejaVu Sans",Verdana,sans-serif;color:#111}
pre,code{font:14px/1.4 "DejaVu Sans Mono",monospace;background:#f4f4f4}pre{padding:.7rem;overflow-x:auto}
table{border-collapse:collapse}td,th{padding:.25rem .7rem;border-bottom:1px solid #ccc;text-align:left}img{max-width:100%}
a{color:#0072B2}nav{margin-bottom:2rem}"""


def linked(text):
    """Links to pages of ours lead to their HTML."""
    return PAGE_LINK.sub(r"\1.html", text)


def page(source, target, site):
    home = os.path.relpath(site, target.parent)
    title = next((line.lstrip("# ") for line in source.splitlines() if line.startswith("#")), "Murmuration")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{html.escape(title)}</title><style>{STYLE}</style>"
        f'<nav><a href="{home}/index.html">Murmuration</a> · <a href="{home}/notebooks.html">Notebooks</a> · '
        f'<a href="{home}/figures/ledger.html">Claims</a> · <a href="{home}/api/index.html">API</a></nav>'
        f"{linked(MARKDOWN.render(source))}</html>\n",
        encoding="utf-8",
    )


def complete(file, site):
    """What a page links to comes along if it is a file of the project; a link to a folder that is not here ends as its text."""

    def kept(link):
        place = Path(os.path.normpath(file.parent / link[1]))
        inside = os.path.relpath(place, site)
        source = ROOT / inside
        if not place.exists() and source.is_file():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, place)
        return link[0] if place.exists() or inside.startswith(LATER) else link[2]

    file.write_text(LINK.sub(kept, file.read_text(encoding="utf-8")), encoding="utf-8")


def main(site):
    site.mkdir(parents=True)
    guides = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("lib/*/*.md")]
    for guide in sorted(guides):
        page(guide.read_text(encoding="utf-8"), site / guide.relative_to(ROOT).with_suffix(".html"), site)
    if (site / "README.html").exists():
        shutil.copyfile(site / "README.html", site / "index.html")
    notebooks = sorted(p for p in ROOT.glob("notebooks/**/*.ipynb") if ".ipynb_checkpoints" not in p.parts)
    exporter = HTMLExporter()
    for notebook in notebooks:
        target = site / notebook.relative_to(ROOT).with_suffix(".html")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(linked(exporter.from_filename(str(notebook))[0]), encoding="utf-8")
        print(target.relative_to(site), flush=True)
    contents = "\n".join(f"- [{n.relative_to(ROOT / 'notebooks').with_suffix('')}]({n.relative_to(ROOT)})" for n in notebooks)
    page(f"# Notebooks\n\n{contents}\n", site / "notebooks.html", site)
    if (ROOT / "figures").is_dir():
        shutil.copytree(ROOT / "figures", site / "figures", ignore=shutil.ignore_patterns(".*", "ledger.*"))
    for file in sorted(site.rglob("*.html")):
        complete(file, site)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
