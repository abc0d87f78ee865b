"""Find the sentence that a quote leans on: the one before it, where its article told who “they” are.

A newspaper prints “We cannot confirm their whereabouts” after the sentence on four missing people. A page
that prints the quote prints this sentence too, cited, above it; where it does not tell of anybody or
anything that the words may mean, the quote is not printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_brief.compose.sentences.faults.explained import is_explained
from build_brief.compose.sentences.leaning.spoken_words import WHETHER
from build_brief.compose.sentences.passages import Passage, StoryFile, is_weak, measure_quoted
from build_brief.compose.sentences.passages.choice import is_readable
from build_brief.model.annotations import Mention, MentionForm, MentionKind, Sentence
from build_brief.model.article import Article
from build_brief.model.dossier import AttributedQuote
from build_brief.model.statements import Statement

MOST_QUOTED = 0.5
"""Share of a sentence in quotation marks from which on it is a quote itself."""
ANSWER = re.compile(
    r"(?:Yes|No|Yeah|Nope|Not|Absolutely|Exactly|Correct|Right|Sure|Never|Maybe|Probably|Of course|Because)\b"
)
ASKED = re.compile(r"\?|\b(?:ask(?:ed|ing|s)?|question(?:ed|s)?|wondered|whether|pressed)\b")
"""What an answer must follow."""
SOMEBODY = re.compile(r"\b(?:he|she|him|his|hers?|the (?:man|woman|guy|person))\b", re.IGNORECASE)
SEVERAL = re.compile(r"\b(?:they|them|their|theirs|these|those)\b", re.IGNORECASE)
POINTS = re.compile(r"\b(?:[Tt]his|[Tt]hese|[Tt]hose) [a-z]")
MANY = re.compile(
    r"\b(?!(?:was|is|has|his|this|its|as|us|does|says|yes|thus|across|always|perhaps|less|news)\b)[a-z]{2,}s\b"
    r"|\b(?:people|police|children|men|women|families|both)\b|(?<=[a-z.,] )[A-Z]\w+"
)
"""Words for more than one, or a name: of a body it may say “they”."""


def find_setting(
    quote: AttributedQuote, statement: Statement, file: StoryFile, *, stands: bool
) -> Passage | None:
    """Return the sentence right before `quote` when it stands alone and may explain what is leant on.

    Words that `stand` but for a “the” need one that speaks of the thing.
    """
    before = _find_before(quote, file)
    passage = next((p for p in file.passages if before and p.place == before.span.place), None)
    if passage is None or not is_readable(passage) or is_weak(passage.statement.text):
        return None
    if measure_quoted(passage.statement.text) > MOST_QUOTED:
        return None
    mentions = file.archive.mentions_in(passage.statement.evidence[0])
    told = f"{file.head} {passage.statement.text}"
    explains = _may_explain(statement.text, passage, mentions, quote)
    if stands and not (explains and POINTS.search(statement.text)):
        explains = is_explained(statement, told, file.archive)
    return passage if explains else None


def follows(first: Sentence, second: Sentence, article: Article) -> bool:
    """Tell whether no sub-head or other line stands between two sentences that are neighbours."""
    between = (p for p in article.paragraphs if first.paragraph < p.number < second.paragraph)
    return first.span.end <= second.span.start and not any(between)


def _find_before(quote: AttributedQuote, file: StoryFile) -> Sentence | None:
    words = quote.quote.contents[0]
    sentence = file.archive.sentence_at(words)
    sentences = file.archive.annotated[words.article.id].sentences
    at = sentences.index(sentence) if sentence else 0
    if sentence is None or not at or not follows(sentences[at - 1], sentence, words.article):
        return None
    return sentences[at - 1]


def _may_explain(text: str, passage: Passage, mentions: Sequence[Mention], quote: AttributedQuote) -> bool:
    """Tell whether a sentence tells of somebody or several when these are meant, or asks what is answered.

    “It” and “this” may be anything; what the speaker was told of before goes on. What is doubted
    (“whether that’s so”) no sentence is sure to tell.
    """
    told = passage.statement.text
    if WHETHER.search(text):
        return False
    if ANSWER.match(text) and not ASKED.search(told):
        return False
    if SOMEBODY.search(text):
        return _names_another(mentions, quote)
    if SEVERAL.search(text):
        return bool(MANY.search(told, 1))
    return _names_speaker(mentions, quote) or bool(ASKED.search(told))


def _names_another(mentions: Sequence[Mention], quote: AttributedQuote) -> bool:
    """Tell whether somebody besides the speaker is named, or called by a post."""
    people = (
        one for one in mentions if one.kind is MentionKind.PERSON and one.form is not MentionForm.PRONOUN
    )
    return any(not _is_speaker(one, quote) for one in people)


def _names_speaker(mentions: Sequence[Mention], quote: AttributedQuote) -> bool:
    return any(_is_speaker(mention, quote) for mention in mentions)


def _is_speaker(mention: Mention, quote: AttributedQuote) -> bool:
    speaker = quote.speaker_name.split()
    return bool(speaker) and speaker[-1] in (mention.name or mention.span.text)
