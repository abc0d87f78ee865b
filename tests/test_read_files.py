"""Files that are odd: what is repaired, what is left out, and what the notice says."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_brief.model.article import Article
from build_brief.model.problems import ConfigError, Notice, NoticeKind
from build_brief.read import LARGEST, READERS, load, read_bytes, read_folder
from build_brief.read.manuscript import MOST_PARAGRAPHS
from build_brief.read.other_kinds import BY_SUFFIX
from tests.hostile import write_hostile_folder

QUOTED = "“We’re ready,” the café’s owner said – twice.\n"


def read(content: bytes, name: str = "a.txt") -> tuple[Article | None, list[Notice]]:
    notices: list[Notice] = []
    article = read_bytes(content, name=name, report=notices.append)
    return article, notices


def read_text(content: bytes, name: str = "a.txt") -> str:
    article, _ = read(content, name)
    assert article is not None
    return article.text


@pytest.mark.parametrize(
    "content",
    [
        QUOTED.encode("utf-8"),
        QUOTED.encode("utf-8-sig"),
        QUOTED.encode("utf-16"),
        b"\xfe\xff" + QUOTED.encode("utf-16-be"),
        QUOTED.encode("utf-32"),
    ],
)
def test_unicode_is_read_in_silence(content: bytes) -> None:
    article, notices = read(content)
    assert article
    assert article.text == QUOTED
    assert notices == []


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
def test_other_encodings_are_read_and_told(encoding: str) -> None:
    article, notices = read(QUOTED.encode(encoding))
    assert article
    assert article.text == QUOTED
    assert [notice.kind for notice in notices] == [NoticeKind.REPAIRED]


def test_other_scripts_are_guessed() -> None:
    words = (
        "Language: en\n\n" + "Мэр города заявил в пятницу, что мост будет восстановлен до конца года. " * 9
    )
    article, notices = read(words.encode("cp1251"))
    assert article
    assert "Мэр города заявил" in article.text
    assert [notice.kind for notice in notices] == [NoticeKind.REPAIRED]


def test_a_few_broken_bytes_do_not_spoil_utf_8() -> None:
    article, notices = read(QUOTED.encode("utf-8") + b"A stray \x93 byte.")
    assert article
    assert article.text == QUOTED + "A stray \ufffd byte."
    assert "1 characters" in notices[0].message


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        ("\ufeff\n".encode(), "empty"),
        (b"Title: A headline and nothing else\n", "No text"),
        (b"x\n", "No sentence"),
        (b"Title: A headline\n\n" + b"D" * 5000, "No sentence"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04...", "packed"),
        (b"{\\rtf1 words}", "Rich Text"),
        (bytes(range(256)) * 20, "binary"),
        (b"abc" + b"\x00" * 50, "binary"),
    ],
)
def test_what_is_no_text_is_left_out(content: bytes, reason: str) -> None:
    article, notices = read(content)
    assert article is None
    assert [notice.kind for notice in notices] == [NoticeKind.LEFT_OUT]
    assert reason in notices[0].message
    assert notices[0].cure


def test_a_huge_file_is_left_out() -> None:
    article, notices = read(b"a" * (LARGEST + 1))
    assert article is None
    assert "20 MB" in notices[0].message


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_file_of_too_many_lines_is_left_out(name: str) -> None:
    article, notices = read(b"- An item.\n" * (MOST_PARAGRAPHS + 1), name)
    assert article is None
    assert "50,000" in notices[0].message
    assert notices[0].cure


def test_stray_control_characters_show() -> None:
    article, notices = read(b"A zero \x00 and a bell \x07 rang out over the town, he said.")
    assert article
    assert article.text == "A zero \ufffd and a bell \ufffd rang out over the town, he said."
    assert notices[0].message.startswith("2 control characters")


def test_line_ends_of_every_kind_end_a_line() -> None:
    article, notices = read("One.\r\nTwo.\rThree.\u2028Four.\x85Five.\x0cSix.\n".encode())
    assert article
    assert [article.paragraph_span(p).text for p in article.paragraphs] == [
        "One.",
        "Two.",
        "Three.",
        "Four.",
        "Five.",
        "Six.",
    ]
    assert "\u2028" in article.text
    assert notices == []


def test_a_paragraph_separator_ends_a_paragraph() -> None:
    article, _ = read("One line\u2028and its rest.\u2029Another paragraph.".encode())
    assert article
    assert [article.paragraph_span(p).text for p in article.paragraphs] == [
        "One line\u2028and its rest.",
        "Another paragraph.",
    ]


def test_the_text_is_the_whole_file() -> None:
    content = "Title: T\n\nLEEDS — A storm came.\n\n  Indented, and kept.  \n"
    assert read_text(content.encode()) == content


def test_a_page_in_a_declared_encoding() -> None:
    page = f"<html><meta charset='windows-1252'><title>Ready</title><p>{QUOTED * 5}</p></html>"
    article, notices = read(page.encode("cp1252"), "a.html")
    assert article
    assert "“We’re ready,” the café’s owner" in article.text
    assert notices == []


def test_a_page_without_an_article_is_left_out() -> None:
    article, notices = read(b"<html><body><nav>Home</nav></body></html>", "a.html")
    assert article is None
    assert [notice.kind for notice in notices] == [NoticeKind.LEFT_OUT]


# --- folders


def read_all(folder: Path) -> tuple[list[str], list[tuple[str, str]]]:
    notices: list[Notice] = []
    articles = read_folder(folder, report=notices.append)
    return [article.id for article in articles], [(notice.path, notice.message) for notice in notices]


def test_a_folder_is_read_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.TXT", "sub/deep/d.html", "é.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"<p>{QUOTED * 9}</p>", encoding="utf-8")
    assert read_all(tmp_path) == (["a.md", "b.txt", "sub/c.TXT", "sub/deep/d.html", "é.txt"], [])


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.txt",
        ".git/a.txt",
        "_drafts/a.txt",
        "README.md",
        "sub/readme.txt",
        "people.yml",
        "issues.yaml",
        "Thumbs.db",
        "a.txt~",
    ],
)
def test_what_is_passed_over_in_silence(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(QUOTED, encoding="utf-8")
    assert read_all(tmp_path) == ([], [])


def test_the_parts_of_a_saved_page_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "Page_files").mkdir()
    (tmp_path / "Page_files" / "frame.html").write_text(f"<p>{QUOTED * 9}</p>", encoding="utf-8")
    (tmp_path / "Page.html").write_text(f"<p>{QUOTED * 9}</p>", encoding="utf-8")
    assert read_all(tmp_path) == (["Page.html"], [])


@pytest.mark.parametrize(
    "name", ["a.doc", "a.pages", "a.RSS", "a.zip", "a.weird", "noname", "sub/people.yml", "a.jpg"]
)
def test_other_kinds_are_left_out_with_a_cure(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_bytes(b"anything")
    ids, ((path, message),) = read_all(tmp_path)
    assert ids == []
    assert path == name
    assert "not read" in message


def test_every_reader_has_a_suffix_of_its_own() -> None:
    assert set(READERS).isdisjoint(BY_SUFFIX)


def test_links_that_lead_outside_are_refused(tmp_path: Path) -> None:
    inside, outside = tmp_path / "sources", tmp_path / "elsewhere"
    inside.mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text(QUOTED, encoding="utf-8")
    (inside / "a.txt").write_text(QUOTED, encoding="utf-8")
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside, target_is_directory=True)
    (inside / "twin.txt").symlink_to(inside / "a.txt")
    (inside / "lost.txt").symlink_to(inside / "nothing.txt")
    (inside / "loop").symlink_to(inside, target_is_directory=True)
    ids, notices = read_all(inside)
    assert ids == ["a.txt", "twin.txt"]
    assert [path for path, _ in notices] == ["folder", "link.txt", "loop", "lost.txt"]


def test_a_file_that_is_gone_is_left_out(tmp_path: Path) -> None:
    notices: list[Notice] = []
    assert read_bytes(load(tmp_path / "gone.txt"), name="gone.txt", report=notices.append) is None
    assert [notice.kind for notice in notices] == [NoticeKind.LEFT_OUT]


def test_a_name_that_is_not_unicode(tmp_path: Path) -> None:
    (tmp_path / "caf\udce9.txt").write_text(QUOTED, encoding="utf-8")
    ids, ((path, message),) = read_all(tmp_path)
    assert ids == []
    assert path == "caf?.txt"
    assert "name" in message


def test_a_missing_folder_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no such folder"):
        read_folder(tmp_path / "nowhere", report=lambda _: None)


def test_hostile_articles_are_read_as_they_stand(tmp_path: Path) -> None:
    expected = write_hostile_folder(tmp_path)
    articles = {str(article.id): article for article in read_folder(tmp_path, report=lambda _: None)}
    assert sorted(articles) == sorted(hostile.name for hostile in expected)
    for hostile in expected:
        article = articles[hostile.name]
        assert article.headline == hostile.headline
        assert tuple(article.paragraph_span(p).text for p in article.paragraphs) == hostile.paragraphs
        assert article.rights == ("full" if not hostile.name.endswith(".html") else None)


def test_a_book_is_left_out() -> None:
    content = QUOTED.encode("utf-8") + b"The council met on Monday, and nothing was decided.\n\n" * 20_000
    article, notices = read(content)
    assert article is None
    assert "letters" in notices[0].message
