"""The open data keeps to its schema, and every place in it leads back to a text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from build_brief.model.edition import Edition
from build_brief.model.problems import Notice, NoticeKind
from build_brief.publish.export import export
from tests.editions import bridge

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((ROOT / "docs" / "export.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def edition() -> Edition:
    return bridge()


@pytest.fixture(scope="module")
def data(edition: Edition) -> dict[str, Any]:
    return json.loads(export(edition))


def places(value: object) -> Iterator[dict[str, Any]]:
    """Every object with an article and offsets, however deep."""
    if isinstance(value, dict):
        if {"article", "start", "end", "paragraph"} <= value.keys():
            yield value
        for inner in value.values():
            yield from places(inner)
    if isinstance(value, list):
        for inner in value:
            yield from places(inner)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_export_keeps_to_its_schema(data: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(data)


def test_every_list_is_documented(data: dict[str, Any]) -> None:
    page = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    assert [key for key in data if f"`{key}`" not in page and f'"{key}"' not in page] == []
    assert list(data) == list(SCHEMA["properties"])


def test_every_place_leads_to_words_in_its_paragraph(data: dict[str, Any]) -> None:
    articles = {article["id"]: article for article in data["articles"]}
    found = list(places(data))
    assert found
    for place in found:
        paragraphs = {p["number"]: p for p in articles[place["article"]]["paragraphs"]}
        assert paragraphs[place["paragraph"]]["start"] <= place["start"] < place["end"]
        assert place["end"] <= len(articles[place["article"]]["text"])


def test_a_statement_can_be_made_again_from_its_evidence_and_edits(data: dict[str, Any]) -> None:
    texts = {article["id"]: article["text"] for article in data["articles"]}
    statements = [s for b in data["briefings"] for s in (*b["bottom_line"], *b["summary"])]
    assert any(statement["edits"] for statement in statements)
    for statement in statements:
        place = statement["evidence"][0]
        words = texts[place["article"]][place["start"] : place["end"]]
        for edit in reversed(statement["edits"]):
            words = words[: edit["start"]] + edit["text"] + words[edit["end"] :]
        assert words == statement["text"]


def test_the_words_of_a_quote_are_offsets_into_its_article(data: dict[str, Any]) -> None:
    (article,) = [article for article in data["articles"] if article["id"] == "one.txt"]
    start, end = article["quotes"][0]["content"][0]
    assert article["text"][start:end] == "We will not gamble with lives,"
    assert article["quotes"][0]["name"] == "Ana Ruiz"


def test_the_same_edition_gives_the_same_bytes(edition: Edition) -> None:
    assert export(edition) == export(edition)
    assert b"\\u2019" not in export(edition)  # letters stay letters


def test_a_letter_without_utf_8_is_kept_as_json(edition: Edition) -> None:
    odd = Notice(kind=NoticeKind.DOUBT, path="a\udc80b.txt", message="Odd.", cure="None.")
    data = json.loads(export(replace(edition, dossier=replace(edition.dossier, notices=(odd,)))))
    assert data["notices"][0]["path"] == "a\udc80b.txt"


def test_what_somebody_wants_stands_with_the_quotes_and_is_marked(edition: Edition) -> None:
    (article, *others) = edition.dossier.articles
    wanting = replace(article, stances=(edition.dossier.quotes[0].quote,))
    dossier = replace(edition.dossier, articles=(wanting, *others))
    data = json.loads(export(replace(edition, dossier=dossier)))
    marked = [quote["id"] for quote in data["articles"][0]["quotes"] if quote["stance"]]
    assert marked == [f"{article.article.id}#stance1"]
    jsonschema.Draft202012Validator(SCHEMA).validate(data)


def test_what_a_headline_says_stands_with_the_quotes_and_is_marked(edition: Edition) -> None:
    (article, *others) = edition.dossier.articles
    titled = replace(article, headline_quotes=(edition.dossier.quotes[0].quote,))
    dossier = replace(edition.dossier, articles=(titled, *others))
    data = json.loads(export(replace(edition, dossier=dossier)))
    marked = [quote["id"] for quote in data["articles"][0]["quotes"] if quote["headline"]]
    assert marked == [f"{article.article.id}#headline1"]
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
