"""The key quotes of each story: speaker, role, to whom, when, the words, what differs, paraphrases."""

from __future__ import annotations

from build_brief.model.article import Article
from build_brief.model.briefing import KeyQuote
from tests.views.briefs import compose_articles


def view(articles: tuple[Article, ...]) -> str:
    return "\n".join(
        show(quote) for briefing in compose_articles(articles).briefings for quote in briefing.key_quotes
    )


def show(quote: KeyQuote) -> str:
    role = quote.role.text if quote.role else "-"
    day = quote.day.start if quote.day else "-"
    speaker = quote.cluster.fullest.speaker_name
    lines = [f"{speaker} | {role} | {quote.addressee or '-'} | {day} | {quote.statement.text}"]
    lines += [f"  goes on: {quote.goes_on.text}"] if quote.goes_on else []
    lines += [f"  after: {quote.setting.text}"] if quote.setting else []
    lines += [f"  differs: {', '.join(span.text for span in quote.differing)}"] if quote.differing else []
    lines += [f"  otherwise: {variant.quote.contents[0].text}" for variant in quote.otherwise]
    lines += [f"  also in {variant.quote.contents[0].article.id}" for variant in quote.also]
    lines += [f"  reported: {report.quote.contents[0].text}" for report in quote.paraphrases]
    return "\n".join(lines)
