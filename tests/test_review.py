"""The list of doubts: what is on it, and that its lines settle what they are about."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_brief.analyse import analyse
from build_brief.editor import read_rulings
from build_brief.link import link
from build_brief.model.rulings import NO_RULINGS, Rulings
from build_brief.review import Doubt, review
from build_brief.review.doubts import LONGEST, quote_yaml
from tests.builders import article
from tests.projects import make_project, read_tree, run

TEXTS = (
    "Mayor Robert Shaw opened the bridge with his brother Tom Shaw. “It will hold,” Shaw said.",
    "Carpenter Rob Shaw left for Lisbon on a ship. “We have no plans,” someone close to him said.",
    "Port chief Ana Ruiz spoke to the Alder Port Authority. The Alder Port Authority closed.",
    "Singer Ana Ruiz bowed twice, and the hall in Turin rose to its feet for Blue Harbour Records.",
)
STORIES = "- apart: [a0.txt, a1.txt, a2.txt, a3.txt]\n"


def doubts(rulings: Rulings = NO_RULINGS) -> dict[str, tuple[Doubt, ...]]:
    annotated = [analyse(article(text, id=f"a{number}.txt")) for number, text in enumerate(TEXTS)]
    return {section.title: section.doubts for section in review(link(annotated, rulings=rulings), rulings)}


def settle(folder: Path, found: dict[str, tuple[Doubt, ...]]) -> Rulings:
    """Paste the lines of every doubt into its file."""
    for section in found.values():
        for doubt in section:
            with (folder / doubt.file).open("a", encoding="utf-8") as file:
                file.write("\n".join(doubt.lines) + "\n\n")
    return read_rulings(folder)


@pytest.fixture
def editor(tmp_path: Path) -> Path:
    (tmp_path / "editor").mkdir()
    (tmp_path / "editor" / "stories.yml").write_text(STORIES, encoding="utf-8")
    return tmp_path / "editor"


def test_doubts_come_with_sentences_and_lines(editor: Path) -> None:
    found = doubts(read_rulings(editor))
    alike = {doubt.question: doubt for doubt in found["Names that may be one"]}
    shaw = alike["Are Rob Shaw (people/rob-shaw) and Robert Shaw (people/robert-shaw) one?"]
    assert shaw.lines[:2] == ("Rob Shaw:", "  merge: [Robert Shaw]")
    assert [(span.article.id, span.text) for span, _ in shaw.sentences] == [
        ("a1.txt", "Rob Shaw"),
        ("a0.txt", "Robert Shaw"),
    ]
    assert shaw.sentences[1][1] == "Mayor Robert Shaw opened the bridge with his brother Tom Shaw."
    (whose,) = found["Names of which it is open whose they are"]
    assert whose.question == "Whose name is Shaw in a0.txt? It may be Robert Shaw or Tom Shaw."
    assert whose.lines == ("Shaw:", "  split:", "    Robert Shaw: [a0.txt]")


def test_what_is_pasted_is_not_asked_again(editor: Path) -> None:
    before = doubts(read_rulings(editor))
    after = doubts(settle(editor, before))
    assert sum(map(len, before.values())) >= 3
    assert after == {}


def test_two_names_told_apart_are_not_asked_again(editor: Path) -> None:
    (editor / "people.yml").write_text("Robert Shaw: {apart: [Rob Shaw]}\n", encoding="utf-8")
    questions = [doubt.question for doubt in doubts(read_rulings(editor)).get("Names that may be one", ())]
    assert not any("Rob Shaw" in question for question in questions)


def test_the_order_is_that_of_the_sources(editor: Path) -> None:
    assert doubts(read_rulings(editor)) == doubts(read_rulings(editor))


@pytest.mark.parametrize(
    "words",
    [
        *("Ana Ruiz", "it: “will” hold", "# 1", "a, b", "- x", "‘we’ [will]", "he said: no", "{{ x }}", '"'),
        *("a\\b", "~", "no", "2024/a b.txt", "Ünal’s office", "trailing "),
    ],
)
def test_words_come_back_from_yaml_as_they_were(tmp_path: Path, words: str) -> None:
    (tmp_path / "people.yml").write_text(
        f"{quote_yaml(words)}:\n  merge: [{quote_yaml(words)}]\n", encoding="utf-8"
    )
    (ruling,) = read_rulings(tmp_path).entities
    assert (ruling.name, ruling.merge) == (words.strip(), (words.strip(),))


def test_the_command_lists_and_writes_nothing(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project", {"a.txt": f"{TEXTS[0]}\n"})
    run("build", project, "--docs-only")
    before = read_tree(project / "docs")
    done = run("review", project)
    assert done.returncode == 0
    assert "# == Names of which it is open whose they are: 1\n" in done.stdout
    lines = "Shaw:\n  split:\n    Robert Shaw: [a.txt]\n"
    assert f"# → editor/people.yml\n{lines}" in done.stdout
    assert before == read_tree(project / "docs")
    (project / "editor").mkdir()
    (project / "editor" / "people.yml").write_text(lines, encoding="utf-8")
    again = run("review", project, "--output", project / "doubts.txt")
    assert (again.returncode, again.stderr) == (0, "")
    assert "Shaw:" not in (project / "doubts.txt").read_text(encoding="utf-8")
    assert again.stdout.endswith("doubts.txt.\n")


def test_what_a_terminal_would_obey_is_shown_as_text(tmp_path: Path) -> None:
    text = "Mayor Ana Ruiz spoke. “We \x1b[31mwill\u202e win,” someone close to her said.\n"
    project = make_project(tmp_path / "project", {"a.txt": text})
    done = run("review", project)
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout


def test_a_long_sentence_is_cut_around_the_words() -> None:
    sea = ", and the sea was calm" * 40
    found = link(
        [analyse(article(f"On Monday{sea}, and Mayor Ann Shaw and Tom Shaw spoke{sea}. Shaw left."))]
    )
    assert review(found, NO_RULINGS)
    for section in review(found, NO_RULINGS):
        for doubt in section.doubts:
            assert all(len(sentence) <= LONGEST + 4 for _, sentence in doubt.sentences)
