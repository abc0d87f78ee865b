"""What a rebuild says is new: several generations of one folder, and the file that remembers them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config

from build_brief.compose.archive import open_archive
from build_brief.compose.changes import name_speaker
from build_brief.config import read_config
from build_brief.mkdocs.plugin import BuildBriefPlugin
from build_brief.model.briefing import Briefing
from build_brief.model.changes import Changes, GoneReason
from build_brief.model.edition import Edition
from build_brief.model.history import NO_HISTORY, History
from build_brief.model.problems import WriteError
from build_brief.model.statements import Statement, Voice
from build_brief.pipeline import build_edition, build_site
from build_brief.read.folder import HISTORY
from build_brief.writing.history import print_history, read_history, write_history
from tests.builders import span
from tests.dossiers import annotated, dossier
from tests.projects import ARTICLES, make_project, read_tree, run

ONE, TWO, MATCH = "one.txt", "two.txt", "sport/match.txt"
THREE = """\
Title: Port Alder bridge: ferries to cost 4 million a year
Date: 2025-01-17
Source: The Alder Times

The ferries that replace the harbour bridge at Port Alder will cost 4 million a year, Transport Minister
Ana Ruiz said on Friday.

“Nobody will be left on the quay while the harbour bridge is closed,” Ruiz told the council of Port Alder.
"""


class Folder:
    """A folder of sources that is built again and again."""

    def __init__(self, place: Path, files: dict[str, str]) -> None:
        self.project = make_project(place, files)
        self.sources = self.project / "sources"

    def put(self, name: str, text: str) -> None:
        (self.sources / name).write_text(text, encoding="utf-8")

    def build(self) -> Edition:
        """Build in memory, and keep the history as the command does."""
        edition = build_edition(self.sources, report=lambda notice: pytest.fail(str(notice)))
        write_history(self.sources, edition.history)
        return edition

    def pages(self) -> dict[str, str]:
        site = build_site(self.sources, config=read_config(self.project), report=lambda _: None)
        return {file.path: file.content.decode() for file in site.files if file.path.endswith(".md")}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Return a folder built once, with one article on the bridge and one on a match."""
    made = Folder(tmp_path / "project", {ONE: ARTICLES[ONE], MATCH: ARTICLES[MATCH]})
    made.build()
    return made


def briefing_of(edition: Edition, file: str) -> Briefing:
    return next(b for b in edition.briefings if file in b.story.articles)


def changes_of(edition: Edition, file: str) -> Changes:
    changes = briefing_of(edition, file).changes
    assert changes
    return changes


def page_of(pages: dict[str, str], edition: Edition, file: str) -> str:
    return pages[f"{briefing_of(edition, file).id}.md"]


def test_without_a_history_every_briefing_is_version_1_and_nothing_is_called_new(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "project", ARTICLES)
    edition = folder.build()
    assert [b.changes and b.changes.number for b in edition.briefings] == [1, 1]
    pages = folder.pages()
    assert not [path for path, text in pages.items() if "What is new" in text]
    assert "- Version 1\n" in page_of(pages, edition, ONE)


def test_building_again_gives_the_same_bytes_with_or_without_the_history_just_written(folder: Folder) -> None:
    before, kept = folder.pages(), (folder.sources / HISTORY).read_bytes()
    folder.build()
    assert (folder.sources / HISTORY).read_bytes() == kept
    assert folder.pages() == before
    (folder.sources / HISTORY).unlink()
    assert folder.pages() == before


def test_a_new_article_makes_a_new_version_that_says_what_is_new_and_from_where(folder: Folder) -> None:
    folder.put(TWO, ARTICLES[TWO])
    edition = folder.build()
    changes = changes_of(edition, ONE)
    assert changes.number == 2
    assert [article.id for article in changes.added] == [TWO]
    assert {statement.evidence[0].article.id for statement in changes.new} == {TWO}
    page = page_of(folder.pages(), edition, ONE)
    new = page.partition("## What is new { #new }")[2].partition("\n## ")[0]
    assert "Version 2: 1 source added. Version 1: 1 source." in new
    assert "Ruiz added that ferries would run every ten minutes" in new
    assert "The Evening Post, [¶3](../articles/two.md#p3)" in new
    assert "- [Version 2](#new)" in page


def test_the_index_lists_what_is_new_and_other_briefings_stay_as_they_were(folder: Folder) -> None:
    before = folder.pages()
    folder.put(TWO, ARTICLES[TWO])
    edition = folder.build()
    pages = folder.pages()
    match = f"{briefing_of(edition, MATCH).id}.md"
    assert "What is new" not in pages[match]
    assert pages[match].partition("## About")[0] == before[match].partition("## About")[0]
    new = pages["index.md"].partition("## What is new { #new }")[2].partition("<div")[0]
    assert new.count("\n- ") == 1
    assert "#new): 2 new statements, 1 source added" in new


def test_a_new_quote_is_told_with_its_whole_sentence_so_that_its_speaker_is_named(folder: Folder) -> None:
    folder.put("three.txt", THREE)
    changes = changes_of(folder.build(), ONE)
    spoken = [one.text for one in changes.new if "left on the quay" in one.text]
    assert spoken
    assert all("told the council" in text for text in spoken)


def test_words_whose_sentence_names_nobody_are_told_with_their_speaker() -> None:
    said = "The city will pay every ferry ticket until the last bolt is tight."
    found = annotated(
        f"{{Ana Ruiz > Ana Ruiz}} spoke. “{said}” She left, Ruiz said.",
        quotes=[(said, "verbatim", "Ana Ruiz")],
    )
    archive = open_archive(dossier(found))
    words = span(found.article, said)
    whole = found.article.span(0, len(found.article.text))
    bare = Statement(evidence=(words,), voice=Voice.VERBATIM)
    assert name_speaker(bare, archive) == "Ana Ruiz"
    assert name_speaker(Statement(evidence=(whole,), voice=Voice.REPORTED), archive) == ""


def test_a_third_version_tells_only_what_the_second_had_not(folder: Folder) -> None:
    folder.put(TWO, ARTICLES[TWO])
    second = changes_of(folder.build(), ONE)
    folder.put("three.txt", THREE)
    third = changes_of(folder.build(), ONE)
    assert third.number == 3
    assert [article.id for article in third.added] == ["three.txt"]
    assert not {one.text for one in second.new} & {one.text for one in third.new}
    # And the same again when nothing has changed, however often it is built.
    for _ in range(2):
        assert changes_of(folder.build(), ONE) == third


def test_a_new_story_is_version_1_and_new_on_the_index(folder: Folder) -> None:
    folder.put("other.txt", "Date: 2025-03-01\n\nA comet was seen over the desert observatory on Saturday.\n")
    edition = folder.build()
    assert changes_of(edition, "other.txt").number == 1
    assert "new briefing from 1 source" in folder.pages()["index.md"]


def test_a_deleted_article_is_told_with_the_paragraphs_that_went_with_it(folder: Folder) -> None:
    folder.put(TWO, ARTICLES[TWO])
    printed = changes_of(folder.build(), ONE).new
    (folder.sources / TWO).unlink()
    edition = folder.build()
    changes = changes_of(edition, ONE)
    assert changes.number == 3
    assert changes.withdrawn == (TWO,)
    gone = next(one for one in changes.gone if one.reason is GoneReason.WITHDRAWN)
    assert gone.file == TWO
    assert set(gone.paragraphs) >= {statement.evidence[0].paragraph.number for statement in printed}
    page = page_of(folder.pages(), edition, ONE)
    assert "Withdrawn: two.txt" in page
    assert "withdrawn, for the source is gone" in page
    # What was withdrawn is not printed again.
    assert "ferries would run" not in page


def test_a_deleted_story_is_told_on_the_index_until_something_else_changes(folder: Folder) -> None:
    (folder.sources / MATCH).unlink()
    folder.build()
    assert "Withdrawn with its source: sport/match.txt" in folder.pages()["index.md"]
    folder.put(TWO, ARTICLES[TWO])
    folder.build()
    assert "match.txt" not in folder.pages()["index.md"]


def test_a_story_that_comes_back_goes_on_counting(folder: Folder) -> None:
    (folder.sources / MATCH).unlink()
    folder.build()
    folder.put(MATCH, ARTICLES[MATCH])
    changes = changes_of(folder.build(), MATCH)
    assert changes.number == 3
    assert len(changes.new) > 0


def test_a_corrected_article_is_a_changed_source_and_its_old_sentence_is_told_as_gone(folder: Folder) -> None:
    folder.put(MATCH, ARTICLES[MATCH].replace("beating Athletic 2-1", "beating Athletic 3-1"))
    edition = folder.build()
    changes = changes_of(edition, MATCH)
    assert [article.id for article in changes.changed] == [MATCH]
    assert "beating Athletic 3-1" in changes.new[0].text
    assert [(one.reason, one.paragraphs) for one in changes.gone] == [(GoneReason.REWORDED, (1,))]
    assert "does not say so any more" in page_of(folder.pages(), edition, MATCH)


def test_an_article_under_another_name_is_nothing_new(folder: Folder) -> None:
    (folder.sources / ONE).rename(folder.sources / "renamed.txt")
    edition = folder.build()
    assert changes_of(edition, "renamed.txt").number == 1
    assert edition.history.edition == 1
    # The history knows the new name: what is missing later is not taken for withdrawn.
    folder.put(TWO, ARTICLES[TWO])
    changes = changes_of(folder.build(), "renamed.txt")
    assert changes.number == 2
    assert {one.reason for one in changes.gone} <= {GoneReason.REPLACED}


def test_two_stories_that_become_one_go_on_as_one(tmp_path: Path) -> None:
    alone = []
    for name in (ONE, TWO):
        one = Folder(tmp_path / name.removesuffix(".txt"), {name: ARTICLES[name]})
        alone += one.build().history.stories
    folder = Folder(tmp_path / "both", {ONE: ARTICLES[ONE], TWO: ARTICLES[TWO]})
    write_history(folder.sources, History(edition=1, stories=tuple(alone)))
    edition = folder.build()
    changes = changes_of(edition, ONE)
    assert changes.number == 2
    assert [article.id for article in changes.added] == [TWO]
    assert [record.ended for record in edition.history.stories] == [False, True]
    # Its article is still published: nothing was withdrawn.
    assert "Withdrawn" not in folder.pages()["index.md"]
    assert folder.build().history == edition.history


def test_the_history_holds_no_word_of_an_article(folder: Folder) -> None:
    values = json.loads((folder.sources / HISTORY).read_bytes())
    strings = json.dumps(values["stories"])
    assert "bridge" not in strings
    assert "Rovers" not in strings


@pytest.mark.parametrize(
    "content",
    [b"", b"<<<<<<< ours\n", b"[]", b"{}", b'{"format": "build_brief history", "version": 2}', b"\xff"],
    ids=["empty", "conflict", "list", "nothing", "of a later program", "no text"],
)
def test_a_damaged_history_stops_the_build_and_is_not_overwritten(folder: Folder, content: bytes) -> None:
    (folder.sources / HISTORY).write_bytes(content)
    with pytest.raises(WriteError, match=r"is damaged\. Restore it from version control"):
        folder.build()
    assert (folder.sources / HISTORY).read_bytes() == content


@pytest.mark.parametrize(
    "story",
    [
        {"sources": {}, "versions": [], "before": [], "now": []},
        {"sources": {"a": 1}, "versions": [{"edition": 1}], "before": [], "now": []},
        {"sources": {"a": "b"}, "versions": [{"edition": "1"}], "before": [], "now": []},
        {"sources": {"a": "b"}, "versions": [{"edition": 1}], "before": ["one two"], "now": []},
        {"sources": {"\ud800": "b"}, "versions": [{"edition": 1}], "before": [], "now": []},
    ],
)
def test_a_history_with_a_wrong_story_is_damaged_too(tmp_path: Path, story: object) -> None:
    values = {"format": "build_brief history", "version": 1, "edition": 1, "stories": [story]}
    (tmp_path / HISTORY).write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(WriteError):
        read_history(tmp_path)


def test_what_is_written_is_read_again(folder: Folder) -> None:
    folder.put(TWO, ARTICLES[TWO])
    folder.build()
    (folder.sources / MATCH).unlink()
    history = folder.build().history
    assert read_history(folder.sources) == history
    assert print_history(read_history(folder.sources)) == (folder.sources / HISTORY).read_bytes()
    assert read_history(folder.sources / "nowhere") == NO_HISTORY


def test_a_file_s_name_is_text_on_the_page_whatever_it_holds(tmp_path: Path) -> None:
    name = "*b* {{ 7 }} <i>x.txt"
    folder = Folder(tmp_path / "project", {ONE: ARTICLES[ONE], name: ARTICLES[TWO]})
    folder.build()
    (folder.sources / name).unlink()
    edition = folder.build()
    page = page_of(folder.pages(), edition, ONE)
    assert name not in page
    assert "<i>" not in page
    assert "Withdrawn: " in page


def test_the_command_writes_the_history_last_and_check_holds(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", {ONE: ARTICLES[ONE]})
    assert run("build", project, "--docs-only").returncode == 0
    (project / "sources" / TWO).write_text(ARTICLES[TWO], encoding="utf-8")
    assert run("build", project).returncode == 0
    first = {name: read_tree(project / name) for name in ("sources", "docs", "site")}
    assert run("build", project).returncode == 0
    assert {name: read_tree(project / name) for name in first} == first
    checked = run("check", project)
    assert checked.returncode == 0, checked.stderr
    assert "What is new" in (project / "docs" / "index.md").read_text(encoding="utf-8")


def test_a_build_whose_site_fails_is_no_edition(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", {ONE: ARTICLES[ONE]})
    (project / "docs" / "mine.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    assert run("build", project).returncode != 0
    assert not (project / "sources" / HISTORY).exists()


KILLED = """
import os, sys
from dataclasses import replace
from pathlib import Path
from build_brief.writing.history import read_history, write_history

Path.replace = lambda old, new: os._exit(9)
folder = Path(sys.argv[1])
write_history(folder, replace(read_history(folder), edition=9))
"""


def test_a_history_is_whole_when_its_writing_is_killed(folder: Folder) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    script = [sys.executable, "-c", KILLED, str(folder.sources)]
    assert subprocess.run(script, check=False, env=environment).returncode == 9
    assert read_history(folder.sources).edition == 1
    # What is left lying about is no article.
    assert folder.build().history.edition == 1


def test_a_live_site_shows_what_is_new_and_keeps_nothing(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    folder.put(TWO, ARTICLES[TWO])
    kept = (folder.sources / HISTORY).read_bytes()
    settings = load_config(config_file=str(folder.project / "mkdocs.yml"))
    for command, written in (("serve", False), ("build", True)):
        plugin = BuildBriefPlugin()
        plugin.on_startup(command=command, dirty=False)  # type: ignore[arg-type]
        plugin.on_config(settings)
        plugin.on_post_build(config=settings)
        page = (folder.project / "docs" / "index.md").read_text(encoding="utf-8")
        assert "1 source added" in page
        assert ((folder.sources / HISTORY).read_bytes() != kept) is written
