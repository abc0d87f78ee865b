"""Find what was said, in what words, and by whom.

The steps: cut the article into passages; let the rules, and the learner where its weights are
there, claim attributions; weigh the claims; let paragraphs that are only a quote go on from the
last speaker; write what is left as quotes.
"""

from __future__ import annotations

from build_brief.analyse.quotes.alone import find_alone
from build_brief.analyse.quotes.passages import cut_passages
from build_brief.analyse.quotes.reported import read_reports
from build_brief.analyse.quotes.written import write_quote
from build_brief.model.annotations import Mention, Quote, Sentence
from build_brief.model.article import Article


def find_quotes(
    article: Article, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]
) -> tuple[Quote, ...]:
    """Return what is said in the body of `article`, in order of the first words of each quote."""
    passages = cut_passages(article, sentences)
    claims = [read_reports(passage) for passage in passages]
    found = find_alone(passages, claims)
    quotes = [write_quote(passage, claim, mentions, 0.8) for passage, claim in found]
    return tuple(sorted(quotes, key=lambda quote: quote.contents[0].start))
