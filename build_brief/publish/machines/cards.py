"""What other sites show of a page that somebody links to: the Open Graph names in its head (ogp.me).

Briefings have a picture of their own (`paper/card_pictures.py`), as soon as the site has an address.
"""

from __future__ import annotations

import html
from dataclasses import dataclass

from build_brief.publish.machines.feeds import ATOM

DOCUMENTS = ("briefings/", "articles/")
"""Folders whose pages are articles to other sites; all others are pages of a website."""

WIDTH, HEIGHT = 1200, 630
"""Of a picture, in dots: what sites that show cards ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the cards of all pages say of their site."""

    title: str
    address: str
    """With a slash at its end; empty when nobody told."""


def write_card(path: str, *, title: str, description: str, site: Site, picture: str = "") -> str:
    """Return the elements for the head of the page at `path`, as HTML; `picture` is a path as well.

    `title` and `description` may be escaped already, as front matter has them. Without the address of the
    site there is no link to the feed, no picture, and not the page's own address: they must be absolute.
    """
    shown = bool(picture and site.address)
    document = path.startswith(DOCUMENTS) and not path.endswith("/index.html")
    properties = {
        "og:type": "article" if document else "website",
        "og:title": title,
        "og:description": description,
        "og:site_name": site.title,
        "og:url": site.address + path if site.address else "",
    }
    if shown:
        properties |= {
            "og:image": site.address + picture,
            "og:image:width": str(WIDTH),
            "og:image:height": str(HEIGHT),
            "og:image:alt": title,
        }
    elements = [
        f'<meta property="{name}" content="{_attribute(value)}">'
        for name, value in properties.items()
        if value
    ]
    kind = "summary_large_image" if shown else "summary"
    elements.append(f'<meta name="twitter:card" content="{kind}">')
    if site.address:
        feed = f'href="{_attribute(site.address + ATOM)}" title="{_attribute(site.title)}"'
        elements.append(f'<link rel="alternate" type="application/atom+xml" {feed}>')
    return "".join(elements)


def _attribute(text: str) -> str:
    return html.escape(html.unescape(text))
