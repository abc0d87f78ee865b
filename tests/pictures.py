"""Take the pictures of the README: `python -m tests.pictures SITE FOLDER`, from a built site of the seeds."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.browser import open_browser

WIDTH, HEIGHT = 1280, 1180


def take(site: Path, folder: Path) -> None:
    """Write one picture for each colour scheme, of the first briefing with a passage open."""
    briefing = max((site.resolve() / "briefings").glob("[0-9]*.html"))
    with open_browser() as browser:
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(briefing.as_uri())
            page.wait_for_timeout(500)
            page.locator("#summary + ul .footnote-ref").first.hover()
            page.wait_for_timeout(600)
            page.screenshot(path=folder / f"briefing-{scheme}.png")
            page.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
