"""Name the place that a source calls by what it is: “the financial hub”, “the former colony”.

Only a place that the sentences just before introduce in the same way, with a phrase after its comma
(“Hong Kong, the former British colony that …”), is meant for sure; else the words stay unclear.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from build_brief.compose.archive import Archive
from build_brief.compose.sentences.leaning.telltales import Telltale
from build_brief.model.annotations import Mention, MentionForm, MentionKind
from build_brief.model.article import Span
from build_brief.model.statements import Edit, EditKind

KINDS = r"(?:hub|enclave|territory|city-state|colony|port city|island nation|exclave)"
LEANS_ON = r"(?! (?:of|for|in (?!\d)|that|where|which|and|near|to)\b)"
"""What shows that the words say something else: “the hub of”, “the city that”."""
EPITHET = Telltale(
    "hub|enclave|territory|city-state|colony|port city|island nation|exclave",
    rf"\b[Tt]he (?:[A-Za-z-]+ ){{0,2}}{KINDS}\b(?![’'-]){LEANS_ON}",
)
CALLED = re.compile(rf", (?:an?|the) (?:[\w-]+ ){{0,4}}(?:{KINDS[3:-1]}|city|island|port|centre|center)\b")
BEFORE = 2
"""Sentences back in which the place must be introduced."""


def find_epithets(span: Span) -> tuple[tuple[int, int], ...]:
    """Return the places, as offsets into the text of `span`, where a place is called by what it is."""
    text = span.text
    return tuple(found.span() for found in EPITHET.pattern.finditer(text)) if EPITHET.search(text) else ()


def name_place(span: Span, epithet: tuple[int, int], archive: Archive) -> Edit | None:
    """Return the bracket that names the place an epithet means; None when it is not sure."""
    places = _find_introduced(span, archive)
    if len({place.name for place in places}) != 1:
        return None
    place = places[0]
    named = place.name in span.text[: epithet[0]] if place.name else True
    return (
        None
        if named
        else Edit(
            start=epithet[0],
            end=epithet[1],
            kind=EditKind.BRACKET,
            text=f"[{place.name}]",
            link=archive.entity_of(place),
        )
    )


def is_named(span: Span, epithet: tuple[int, int], archive: Archive) -> bool:
    """Tell whether the sentence itself names a place before the epithet: “In Macau, the territory …”."""
    return any(
        m.kind is MentionKind.PLACE and m.span.start < span.start + epithet[0]
        for m in archive.mentions_in(span)
    )


def _find_introduced(span: Span, archive: Archive) -> list[Mention]:
    """Return the places that one of the sentences before introduces with a phrase after a comma."""
    sentences = archive.annotated[span.article.id].sentences
    at = bisect_left(sentences, span.start, key=lambda one: one.span.start)
    return [
        mention
        for sentence in sentences[max(0, at - BEFORE) : at]
        for mention in archive.mentions_in(sentence.span)
        if mention.kind is MentionKind.PLACE
        and mention.form is MentionForm.FULL
        and span.article.text.startswith(",", mention.span.end)
        and CALLED.match(span.article.text, mention.span.end, sentence.span.end)
    ]
