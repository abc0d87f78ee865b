"""A small edition from literals: two articles of one story, and everything a page can hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from build_brief.model.annotations import AnnotatedArticle, IssueMention, Quote, QuoteKind
from build_brief.model.article import Article, Rights, Span
from build_brief.model.briefing import (
    Briefing,
    BriefingId,
    DatedStatement,
    IssueSection,
    KeyQuote,
    PositionLine,
    SourceEntry,
    WhoEntry,
)
from build_brief.model.dates import ArticleDay, Period, Precision
from build_brief.model.differences import Difference, DifferenceKind, OnlyIn
from build_brief.model.dossier import (
    AttributedQuote,
    Dossier,
    Entity,
    EntityId,
    EntityKind,
    Issue,
    IssueId,
    Position,
    QuoteCluster,
    QuoteId,
    Story,
    StoryId,
)
from build_brief.model.edition import (
    Appearance,
    ArticleBrief,
    Edition,
    EntityPage,
    IssuePage,
    count_spoken,
)
from build_brief.model.namings import EntityMention, gather_namings
from build_brief.model.problems import Notice, NoticeKind
from build_brief.model.statements import Edit, EditKind, Statement, Title, Voice
from tests.builders import article, span

FIRST = """The harbour bridge at Port Alder will close for a year, the transport ministry said on Friday.

“We will not gamble with lives,” Transport Minister Ana Ruiz told reporters.

The bridge opened in 1961 and carries 40,000 vehicles a day.

Traders fear for their income. The closure was decided behind closed doors, the chamber of commerce said.

Work begins on 3 March.
"""
SECOND = """Port Alder's bridge is to be shut for fourteen months, officials said.

Ruiz said the city would “not gamble with the lives” of drivers.

She claimed that ferries would run every ten minutes.

Read more: our guide to the ferries
"""
RUIZ, MINISTRY, PORT = (
    EntityId("people/ana-ruiz"),
    EntityId("organisations/transport-ministry"),
    EntityId("places/port-alder"),
)
DAY = ArticleDay(day=date(2025, 1, 17))
PERIOD = Period(start=date(2025, 1, 17), end=date(2025, 1, 17), precision=Precision.DAY)


def stated(source: Article, words: str, *edits: Edit, voice: Voice = Voice.STATED) -> Statement:
    return Statement(evidence=(span(source, words),), voice=voice, edits=edits)


def bracket(words: Span, old: str, new: str, *, link: EntityId | None = None) -> Edit:
    at = words.text.index(old)
    return Edit(start=at, end=at + len(old), kind=EditKind.BRACKET, text=f"[{new}]", link=link)


def said(  # noqa: PLR0913 - a builder names what a test cares about
    source: Article,
    words: str,
    kind: QuoteKind,
    number: int,
    *,
    quoted: str = "",
    doubtful: bool = False,
    cue: str = "",
) -> AttributedQuote:
    quote = Quote(
        contents=(span(source, words),),
        kind=kind,
        quoted=(span(source, quoted),) if quoted else (),
        speaker=span(source, "Ruiz"),
        cue=span(source, cue) if cue else None,
        name="Ana Ruiz",
        rule="literal",
        confidence=0.5 if doubtful else 1.0,
        speaker_confidence=0.5 if doubtful else 1.0,
    )
    return AttributedQuote(
        id=QuoteId(f"{source.id}#{number}"),
        quote=quote,
        speaker=RUIZ,
        speaker_name="Ana Ruiz",
        side=None,
        doubtful=doubtful,
    )


def bridge(*, first: str = FIRST, headline: str | None = None, rights: Rights | None = None) -> Edition:
    """Return the edition of the bridge; `first` must hold the words of `FIRST`, with anything around them."""
    one = article(
        first, id="one.txt", published="2025-01-17", headline=headline, publisher="The Harbour Gazette"
    )
    one = replace(one, rights=rights)
    two = article(SECOND, id="two.txt")
    inferred = ArticleDay(day=date(2025, 1, 17), inferred_from=None, reason="Same event as another source.")
    fullest = said(
        one, "We will not gamble with lives,", QuoteKind.VERBATIM, 1, quoted="We will not gamble with lives,"
    )
    variant = said(
        two,
        "the city would “not gamble with the lives” of drivers",
        QuoteKind.MIXED,
        1,
        quoted="not gamble with the lives",
    )
    words = "ferries would run every ten minutes"
    ferries = said(two, words, QuoteKind.REPORTED, 2, doubtful=True, cue="claimed")
    cluster = QuoteCluster(fullest=fullest, variants=(variant,))
    entities = (
        Entity(
            id=MINISTRY,
            kind=EntityKind.ORGANISATION,
            name="transport ministry",
            aliases=(),
            named=gather_namings((EntityMention(span=span(one, "transport ministry")),)),
        ),
        Entity(
            id=RUIZ,
            kind=EntityKind.PERSON,
            name="Ana Ruiz",
            aliases=("Ruiz",),
            named=gather_namings(
                (
                    EntityMention(span=span(one, "Ana Ruiz"), role=span(one, "Transport Minister")),
                    EntityMention(span=span(two, "Ruiz")),
                    EntityMention(span=span(two, "She")),
                )
            ),
            side=MINISTRY,
        ),
        Entity(
            id=PORT,
            kind=EntityKind.PLACE,
            name="Port Alder",
            aliases=(),
            named=gather_namings(
                (
                    EntityMention(span=span(one, "Port Alder")),
                    EntityMention(span=span(two, "Port Alder")),
                )
            ),
        ),
    )
    ministry, ruiz, port = entities
    closes = stated(
        one,
        "The harbour bridge at Port Alder will close for a year, the transport ministry said on Friday.",
        voice=Voice.REPORTED,
    )
    ferry_words = span(two, "She claimed that ferries would run every ten minutes.")
    adds = Statement(
        evidence=(ferry_words,),
        voice=Voice.REPORTED,
        edits=(bracket(ferry_words, "She", "Ruiz", link=RUIZ),),
    )
    opened = DatedStatement(
        period=Period(start=date(1961, 1, 1), end=date(1961, 12, 31), precision=Precision.YEAR),
        expression=span(one, "1961"),
        reason=None,
        statement=stated(one, "The bridge opened in 1961 and carries 40,000 vehicles a day."),
    )
    begins = DatedStatement(
        period=Period(start=date(2025, 3, 3), end=date(2025, 3, 3), precision=Precision.DAY),
        expression=span(one, "3 March"),
        reason="The next 3 March after the day of the article.",
        statement=stated(one, "Work begins on 3 March."),
    )
    key_quote = KeyQuote(
        cluster=cluster,
        statement=stated(one, "We will not gamble with lives,", voice=Voice.VERBATIM),
        role=span(one, "Transport Minister"),
        addressee="reporters",
        day=PERIOD,
        otherwise=cluster.variants,
    )
    issue = Issue(
        id=IssueId("issues/closure"),
        label="Closure of the bridge",
        mentions=(IssueMention(span=span(one, "The closure"), label="Closure", rule="literal"),),
        passages=(span(one, "The closure was decided behind closed doors, the chamber of commerce said."),),
        positions=(Position(actor=MINISTRY, quotes=(fullest,)),),
        silent=(PORT,),
        articles=(one.id,),
    )
    section = IssueSection(
        issue=issue,
        stake=stated(one, "Traders fear for their income."),
        lines=(PositionLine(actor=MINISTRY, quote=fullest, statement=key_quote.statement),),
        silent=(PORT,),
    )
    story = Story(
        id=StoryId("bridge"),
        articles=(one.id, two.id),
        origins=((one.id,), (two.id,)),
        day=DAY,
        shared_terms=("bridge", "port alder"),
    )
    title = Title(text=headline or "Harbour bridge to close for a year", article=one, evidence=None)
    briefing = Briefing(
        id=BriefingId("briefings/2025-01-17-harbour-bridge"),
        story=story,
        title=title,
        sources=(
            SourceEntry(number=1, article=one, day=DAY, words=70, used=(1, 2, 3)),
            SourceEntry(number=2, article=two, day=inferred, words=40, used=(1, 3)),
        ),
        places=(PORT,),
        bottom_line=(closes,),
        summary=(stated(one, "Traders fear for their income."), adds),
        key_quotes=(key_quote,),
        issues=(section,),
        differences=(
            Difference(
                kind=DifferenceKind.FIGURE,
                topic="how long",
                tellings=(
                    closes,
                    stated(two, "Port Alder's bridge is to be shut for fourteen months, officials said."),
                ),
                note="May be a difference in time of filing.",
            ),
        ),
        only_in=(OnlyIn(article=two, statements=(adds,)),),
        background=(opened,),
        timeline=(opened, begins),
        next=(begins,),
        who=(
            WhoEntry(entity=ruiz, roles=(span(one, "Transport Minister"),)),
            WhoEntry(entity=ministry, roles=()),
        ),
        related=(),
        gaps=("One source gives no date.",),
    )
    briefs = tuple(
        ArticleBrief(
            article=source,
            slug=slug,
            title=title
            if source is one
            else Title(text="Port Alder's bridge is to be shut", article=two, evidence=None),
            day=day,
            briefing=briefing.id,
            spoken=count_spoken(one for one in (fullest, variant, ferries) if one.article == source.id),
            summary=(),
            key_quotes=(key_quote,) if source is one else (),
            issues=(),
            background=(),
            cited=cited,
        )
        for source, slug, day, cited in (
            (one, "one", DAY, (1, 2, 3, 4, 5)),
            (two, "two", inferred, (1, 2, 3)),
        )
    )
    appearance = Appearance(briefing=briefing.id, statement=closes)
    pages = tuple(
        EntityPage(
            stands_in=(),
            entity=entity,
            roles=(span(one, "Transport Minister"),) if entity is ruiz else (),
            quotes_by=(fullest, variant, ferries) if entity is ruiz else (),
            quotes_about=(),
            issues=(section,) if entity is ministry else (),
            appearances=(appearance,),
            not_to_be_confused_with=(),
            first_seen=date(2025, 1, 17),
            last_seen=date(2025, 1, 17),
        )
        for entity in (ministry, ruiz, port)
    )
    dossier = Dossier(
        articles=tuple(
            AnnotatedArticle(article=source, sentences=(), mentions=(), quotes=(), issues=(), dates=())
            for source in (one, two)
        ),
        days=((one.id, DAY), (two.id, inferred)),
        entities=entities,
        quotes=(fullest, variant, ferries),
        clusters=(cluster, QuoteCluster(fullest=ferries, variants=())),
        stories=(story,),
        issues=(issue,),
        timeline=(),
        notices=(
            Notice(
                kind=NoticeKind.LEFT_OUT,
                path="broken.txt",
                message="The file is empty.",
                cure="Save the article again.",
            ),
        ),
    )
    return Edition(
        dossier=dossier,
        briefings=(briefing,),
        articles=briefs,
        entities=pages,
        issues=(IssuePage(section=section, appearances=(appearance,), timeline=(begins,), related=()),),
        timeline=(opened, begins),
    )
