"""How fast the workbench is with a long document: 200,000 words, 5,000 statements.

    python benchmarks/workbench.py [WORDS] [STATEMENTS]

Prints, in milliseconds, how long the reading page takes to show the first statement (from the
click on the document, project already open), and how long `j` takes to the next one, each
measured in the page by its own clock up to the painted frame. Needs Chromium and built pages.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.web import chromium, making  # noqa: E402 (path first)
from tests.web.serving import serving  # noqa: E402 (path first)

OPEN = """new Promise(done => {
  const began = performance.now();
  location.hash = '#/read/%s';
  const look = () => document.querySelector('.card.open')
    ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)))
    : requestAnimationFrame(look);
  look();
})"""
NEXT = """(async () => {
  const taken = [];
  for (let nth = 0; nth < 200; nth++) {
    const began = performance.now();
    dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    taken.push(performance.now() - began);
  }
  return taken;
})()"""


def main(words: int = 200_000, statements: int = 5_000) -> int:
    """Measure and print."""
    command = chromium.program()
    if command is None:
        print("Chromium is needed for this measure.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="sayso-bench-") as folder:
        os.environ["SAYSO_CONFIG"] = folder
        text = making.long_text(words, statements)
        project = making.fill(Path(folder, "long"), [text]).parent
        browser = chromium.Browser(command, Path(folder, "profile"))
        try:
            with serving(project, _shelf(Path(folder))) as address:
                measure(browser, address, text.id)
                browser.goto("about:blank")
        finally:
            browser.close()
    return 0


def measure(browser: chromium.Browser, address: str, document: str) -> None:
    """Open the document five times, then step through 200 statements."""
    browser.look(1440, 900)
    browser.goto(address)
    opened = []
    for _ in range(5):
        browser.evaluate("location.hash = '#/corpus'")
        browser.wait("document.querySelector('tbody')")
        opened.append(browser.evaluate(OPEN % document))
    stepped = sorted(browser.evaluate(NEXT))
    print(f"first opening: {opened[0]:.0f} ms; later ones: {sorted(opened[1:])[2]:.0f} ms (median)")
    print(f"next statement: {stepped[100]:.0f} ms (median), {stepped[190]:.0f} ms (95 of 100)")


def _shelf(folder: Path) -> object:
    import sayso.project as project
    from sayso.web.desk import Shelf

    return Shelf(open=project.open, recent=list, sample=lambda: folder, home=folder, made=folder)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:3])))
