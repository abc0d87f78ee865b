"""The quotes that the ledger's script hands to the browser are those of the sources too."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from build_brief.check.findings import Findings, Promise
from build_brief.model.article import Article

ASSIGNMENT = re.compile(r"\s*window\.\w+\s*=\s*(?P<json>\{.*\})\s*;?\s*", re.DOTALL)


def check_ledger(script: str, articles: Mapping[str, Article], findings: Findings, *, name: str) -> None:
    """Compare each quote in `script` with its source; these words are exact, blanks included."""
    found = ASSIGNMENT.fullmatch(script)
    try:
        quotes = json.loads(found["json"])["quotes"] if found else None
    except (ValueError, KeyError, TypeError):
        quotes = None
    if not isinstance(quotes, list):
        findings.add(Promise.QUOTATIONS, name, ["the quotes cannot be read; build again."])
        return
    for quote in quotes:
        problem = None if _stands(quote, articles) else f"“{str(quote)[:80]}” is not in its source."
        findings.add(Promise.QUOTATIONS, name, [problem] if problem else [])


def _stands(quote: object, articles: Mapping[str, Article]) -> bool:
    """Tell whether the words of `quote` stand one after another from its paragraph on."""
    if not isinstance(quote, dict):
        return False
    article = articles.get(str(quote.get("article")))
    paragraphs = [p for p in article.paragraphs if p.number == quote.get("paragraph")] if article else []
    words = quote.get("words")
    if not article or not paragraphs or not isinstance(words, list) or not words:
        return False
    at = paragraphs[0].start
    for piece in words:
        at = article.text.find(str(piece), at)
        if at < 0:
            return False
        at += len(str(piece))
    return article.text.find(str(words[0]), paragraphs[0].start, paragraphs[0].end + len(str(words[0]))) >= 0
