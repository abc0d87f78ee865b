"""Whatever an article holds stands on paper as its letters, and nothing of it runs."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from unicodedata import category

import pytest

from build_brief.model.edition import Edition
from build_brief.model.problems import Notice
from build_brief.publish.paper import fonts, print_documents
from build_brief.publish.paper.letters import plain
from build_brief.publish.paper.typesetting import Typesetter, instead_of
from build_brief.publish.wording.escape import BIDI
from tests.editions import FIRST, bridge, stated
from tests.hostile.texts import TEXTS
from tests.paper import book_document, briefing_document, complaints_about, fonts_of, set_document, words_of

MARKUP = (
    '#let x = 1; #import "@preview/evil:0.1.0" #panic() #read("/etc/passwd") $x^2$ *b* _i_ `c`',
    "@reference <label> [content] {code} \\ \\u{1F600} // no comment /* none */ = no heading",
    "- no list + none / term: none ~ -- --- ... 'single' \"double\" https://example.org/#frag",
    '#(sys.inputs.values) #eval("1+1") #set page(width: 1pt) #raw("x")',
)
SEVERAL = {
    "Greek": "Ο πρωθυπουργός μίλησε την Παρασκευή.",
    "Cyrillic": "Министр выступил в пятницу в Киеве.",
    "Arabic": "قال الوزير يوم الجمعة إن الجسر سيغلق.",
    "Hebrew": "השר אמר ביום שישי כי הגשר ייסגר.",
    "Devanagari": "मंत्री ने शुक्रवार को कहा कि पुल बंद होगा।",
    "Chinese": "部长周五表示大桥将关闭一年。",
    "Japanese": "大臣は金曜日に橋を閉鎖すると述べた。",
    "Korean": "장관은 금요일에 다리를 폐쇄한다고 말했다.",
}
NOT_COMPARED = re.compile(r"[\s\-\u200b-\u200f\u2028\u2029\u2060-\u2069\ufeff\u00ad\u061c]+")

LONGEST = 2000
"""Letters compared: of one sentence a page takes no more than the site does."""


def edition_of(*paragraphs: str) -> Edition:
    """Return the edition of the bridge, with `paragraphs` as its summary."""
    edition = bridge(first=f"{FIRST}\n" + "\n\n".join(paragraphs))
    briefing = edition.briefings[0]
    source = briefing.sources[0].article
    summary = tuple(stated(source, paragraph.strip()) for paragraph in paragraphs)
    return replace(edition, briefings=(replace(briefing, summary=summary),))


def letters(text: str) -> str:
    """Return what can be compared: readers drop blanks and hyphens at the ends of lines as they please."""
    return NOT_COMPARED.sub("", text)


def has_one_order(text: str) -> bool:
    """Tell whether every reader gives the letters of `text` in one order: no signs above them."""
    return not BIDI.search(text) and not any(category(letter)[0] == "M" for letter in text)


@pytest.mark.parametrize("name", ["markup", *sorted(TEXTS)])
def test_hostile_text_is_shown_as_it_is(name: str, tmp_path: Path) -> None:
    given = MARKUP if name == "markup" else TEXTS[name][1]
    paragraphs = tuple(dict.fromkeys(line for text in given for line in text.splitlines() if line.strip()))
    document = briefing_document(edition_of(*paragraphs))
    with Typesetter() as typesetter:
        printed = typesetter.set(document)
    assert complaints_about(printed.content, tmp_path) == ""
    shown = letters(words_of(printed.content, tmp_path))
    for paragraph in paragraphs:
        expected = letters(plain(paragraph).translate(instead_of(printed.missing)))
        if has_one_order(paragraph):
            assert expected[:LONGEST] in shown, paragraph[:80]


def test_an_endless_word_stays_on_the_page(tmp_path: Path) -> None:
    words = ("W" * 400, "https://example.org/" + "path/" * 60, "x" * 39 + "̶" * 80)
    content = set_document(briefing_document(edition_of(*words)))
    shown = words_of(content, tmp_path)
    assert "W" * 400 in letters(shown)
    assert max(map(len, shown.splitlines())) < 140


@pytest.mark.parametrize("script", sorted(SEVERAL))
def test_every_script_has_a_font_that_is_embedded(script: str, tmp_path: Path) -> None:
    words = SEVERAL[script]
    document = briefing_document(edition_of(words))
    with Typesetter() as typesetter:
        printed = typesetter.set(document)
    assert printed.missing == frozenset()
    assert all(row[1:4] == ["yes", "yes", "yes"] for row in fonts_of(printed.content, tmp_path))
    # A reader may give words written from right to left in the order of the eye.
    assert set(letters(words)) <= set(letters(words_of(printed.content, tmp_path)))


def test_letters_without_a_font_are_named_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fonts, "FOLDERS", {"linux": (str(tmp_path),)})
    notices: list[Notice] = []
    document = briefing_document(edition_of(SEVERAL["Devanagari"], "A rocket 🚀 flew."))
    files = list(print_documents([document], kept=lambda _: None, report=notices.append, threads=1))
    assert "\ufffd" in words_of(files[0].content, tmp_path)
    (notice,) = notices
    assert "Devanagari, U+1F680" in notice.message
    assert "fonts-noto-core" in notice.cure


def test_the_direction_of_a_word_ends_with_it(tmp_path: Path) -> None:
    words = f"He wrote {SEVERAL['Hebrew']} \u202eand nothing is turned round."
    shown = words_of(set_document(briefing_document(edition_of(words))), tmp_path)
    assert "and nothing is turned round." in " ".join(shown.split())


def test_an_address_longer_than_a_pdf_can_link_to_stands_as_words(tmp_path: Path) -> None:
    edition = bridge()
    briefing = edition.briefings[0]
    first, *others = briefing.sources
    endless = replace(first, article=replace(first.article, url="https://example.org/" + "a" * 9000))
    edition = replace(edition, briefings=(replace(briefing, sources=(endless, *others)),))
    for document in (briefing_document(edition), book_document(edition)):
        content = set_document(document)
        assert complaints_about(content, tmp_path) == ""
        assert "https://example.org/aaa" in words_of(content, tmp_path)


def test_a_note_is_no_page_long(tmp_path: Path) -> None:
    edition = bridge()
    name = "The Gazette of everything " * 120
    briefs = [replace(brief, article=replace(brief.article, publisher=name)) for brief in edition.articles]
    briefing = edition.briefings[0]
    sources = [replace(one, article=replace(one.article, publisher=name)) for one in briefing.sources]
    briefing = replace(briefing, sources=tuple(sources))
    document = briefing_document(replace(edition, briefings=(briefing,), articles=tuple(briefs)))
    found = words_of(set_document(document), tmp_path)
    assert "The Gazette of everything" in found
    assert len(found) < 2 * len(words_of(set_document(briefing_document(bridge())), tmp_path))
