"""The page for an address that is not there leads back into the site, wherever the site lies."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.editions import bridge
from tests.test_publish import written

LINK = re.compile(r'(?:href|action)="([^"]*)"')


@pytest.mark.parametrize(("site_url", "root"), [("", "/"), ("https://news.example/desk/", "/desk/")])
def test_every_address_lies_in_the_site(tmp_path: Path, site_url: str, root: str) -> None:
    site = written(bridge(), tmp_path, site_url=site_url)
    page = (site / "404.html").read_text(encoding="utf-8")
    links = LINK.findall(page)
    assert len(links) > len(("style", "title", "search"))
    for link in links:
        assert link.startswith(root)
        assert (site / link.removeprefix(root)).is_file(), link
    assert f'action="{root}index.html"' in page
    assert "<script" not in page


def test_a_title_is_text(tmp_path: Path) -> None:
    settings = (Path(__file__).parent.parent / "mkdocs.yml").read_text(encoding="utf-8")
    assert "  - 404.html\n" in settings
    site = written(bridge(), tmp_path, title="<b> {{ 7 * 7 }}")
    assert "&lt;b&gt; {{ 7 * 7 }}" in (site / "404.html").read_text(encoding="utf-8")
