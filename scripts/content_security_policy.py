"""Print the strictest Content-Security-Policy under which a site works: `content_security_policy.py site`.

Nothing from another host, no inline style, and no inline script but the few short ones that the theme puts
into every page, each allowed by the hash of its text. Build first; run again after the theme was updated.
"""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)

RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}


def find_hashes(site: Path) -> list[str]:
    """Return the hashes of all inline scripts of the pages of `site`, sorted."""
    texts = {
        found["text"]
        for page in site.rglob("*.html")
        for found in INLINE.finditer(page.read_text(encoding="utf-8"))
        if found["text"] and "json" not in found["attributes"]
    }
    return sorted(f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts)


def write_policy(site: Path) -> str:
    """Return the value of the header for `site`."""
    rules = RULES | {"script-src": " ".join(("'self'", *find_hashes(site)))}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


if __name__ == "__main__":
    sys.stdout.write(f"Content-Security-Policy: {write_policy(Path(sys.argv[1]))}\n")
