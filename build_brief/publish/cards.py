"""What other sites show of a page that somebody links to: the Open Graph names in its head (ogp.me).

There is no picture in them: one for each page would need a renderer and megabytes, and a page is words.
"""

from __future__ import annotations

import html

from build_brief.publish.feeds import ATOM

DOCUMENTS = ("briefings/", "articles/")
"""Folders whose pages are articles to other sites; all others are pages of a website."""


def write_card(path: str, *, title: str, description: str, site: str, address: str) -> str:
    """Return the elements for the head of the page at `path`, relative to the site, as HTML.

    `title` and `description` may be escaped already, as front matter has them. Without the `address` of the
    site there is neither a link to the feed nor the page's own address: both must be absolute.
    """
    document = path.startswith(DOCUMENTS) and not path.endswith("/index.html")
    properties = {
        "og:type": "article" if document else "website",
        "og:title": title,
        "og:description": description,
        "og:site_name": site,
        "og:url": address + path if address else "",
    }
    elements = [
        f'<meta property="{name}" content="{_attribute(value)}">'
        for name, value in properties.items()
        if value
    ]
    elements.append('<meta name="twitter:card" content="summary">')
    if address:
        feed = f'href="{_attribute(address + ATOM)}" title="{_attribute(site)}"'
        elements.append(f'<link rel="alternate" type="application/atom+xml" {feed}>')
    return "".join(elements)


def _attribute(text: str) -> str:
    return html.escape(html.unescape(text))
