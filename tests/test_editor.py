"""The editor's files: what is refused, with which words, and that nothing is written then."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_brief.editor import FILES, read_rulings
from build_brief.editor.entities import KEYS as ENTITY_KEYS
from build_brief.editor.issues import KEYS as ISSUE_KEYS
from build_brief.editor.speakers import KEYS as SPEAKER_KEYS
from build_brief.editor.stories import KEYS as STORY_KEYS
from build_brief.model.problems import RulingsError
from build_brief.model.rulings import NO_RULINGS, Rulings
from tests.projects import make_project, read_tree, run


def read(folder: Path, **files: str | bytes) -> Rulings:
    editor = folder / "editor"
    editor.mkdir()
    for name, text in files.items():
        content = text if isinstance(text, bytes) else text.encode()
        (editor / f"{name}.yml").write_bytes(content)
    return read_rulings(editor)


def refuse(folder: Path, **files: str | bytes) -> list[str]:
    with pytest.raises(RulingsError) as caught:
        read(folder, **files)
    return str(caught.value).splitlines()


def test_no_folder_no_files_and_comments_decide_nothing(tmp_path: Path) -> None:
    assert read_rulings(tmp_path / "editor") == NO_RULINGS
    assert read(tmp_path, people="# nothing yet\n", stories="") == NO_RULINGS


def test_words_stay_words(tmp_path: Path) -> None:
    """No and 1984 are names, not false and a number; a word alone is a list of one."""
    rulings = read(tmp_path, people="No:\n  merge: 1984\n  rename: Yes\nNull: {aliases: [~, 0x1F]}\n")
    first, second = rulings.entities
    assert (first.name, first.merge, first.rename) == ("No", ("1984",), "Yes")
    assert (second.name, second.aliases) == ("Null", ("~", "0x1F"))


SIGNS = "Ana:{}[]-&*!|>'\"#%@`?, \n\tmergesplithid\u202e\x00é"


@given(st.binary(max_size=200) | st.text(alphabet=SIGNS, max_size=120).map(str.encode))
@settings(max_examples=150, deadline=None)
def test_any_file_gives_rulings_or_faults_in_words(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        for name in FILES:
            (Path(folder) / name).write_bytes(content)
        assert all(line.endswith(".") for line in read_or_refuse(Path(folder)))


def read_or_refuse(folder: Path) -> list[str]:
    try:
        read_rulings(folder)
    except RulingsError as error:
        return str(error).splitlines()
    return []


def test_entries_of_one_name_are_put_together(tmp_path: Path) -> None:
    people = "Ana: {merge: [A, B]}\nTom: {hide: yes}\nANA: {merge: [B, C]}\nAna: {rename: Ana Ruiz}\n"
    issues = "Trade: {words: [tax]}\nTrade: {words: [duty]}\n"
    rulings = read(tmp_path, people=people, issues=issues)
    ana, tom = rulings.entities
    assert [issue.words for issue in rulings.issues] == [("tax", "duty")]
    assert (ana.name, ana.merge, ana.rename) == ("Ana", ("A", "B", "C"), "Ana Ruiz")
    assert (ana.entry.line, tom.hide, ana.hide) == (1, True, False)


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    lines = refuse(
        tmp_path,
        people="Ana Ruiz:\n  renme: x\n  hide: maybe\nTom Okafor:\n",
        issues="- Housing\n",
        stories="- together: [one.txt]\n- title: Why?\n",
        speakers="- {article: one.txt, paragraph: four, words: We, speaker: Ana}\n- {article: one.txt}\n",
    )
    assert lines == [
        (
            "editor/people.yml, line 2, Ana Ruiz: there is no key “renme”. Did you mean “rename”? "
            "Keys are merge, split, apart, rename, aliases, roles, hide, show."
        ),
        "editor/people.yml, line 3, Ana Ruiz: hide: this is neither yes nor no. Write `hide: yes`.",
        (
            "editor/people.yml, line 4, Tom Okafor: nothing is decided. Write what is decided as "
            "`key: value` lines; keys are merge, split, apart, rename, aliases, roles, hide, show."
        ),
        (
            "editor/issues.yml, line 1: the file is no table of names. Write one name with a colon a "
            "line, and what is decided below it: "
            "`Housing:` and below it, indented, `words: [rents, affordable homes]`."
        ),
        "editor/stories.yml, line 1, entry 1: together: this is one article. Name at least two.",
        (
            "editor/stories.yml, line 2, entry 2: title: of which story? "
            "Add `article:` with one of its articles."
        ),
        "editor/stories.yml, line 2, entry 2: title: this is a question. Say what happened.",
        (
            "editor/speakers.yml, line 1, entry 1: paragraph: this is no number. "
            "Write the number beside ¶, for example 4."
        ),
        (
            "editor/speakers.yml, line 2, entry 2: paragraph and words and speaker: missing. Write all four: "
            "`- {article: one.txt, paragraph: 4, words: We will not, speaker: Ana Ruiz}`."
        ),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana: {merge: [B],\n merge: [C]}\n", "line 2, Ana: “merge” stands here a second time"),
        ("Ana: &a {merge: [B]}\n", "line 1: there is an anchor or alias"),
        ("a: &a [x]\nb: [*a, *a]\n", "line 1: there is an anchor or alias"),
        ("Ana:\n\tmerge: [B]\n", "line 2: the line begins with a tab. Indent with blanks"),
        ("Ana: {merge: [B}\n", "line 1: this is not YAML"),
        ("Ana: Ruiz: x\n", "line 1: this is not YAML"),
        (b"Ana:\n  rename: Ren\xe9\n", "line 2: the text is not UTF-8. Save the file as UTF-8"),
        ("Ana: {rename: x}\n".encode("utf-16"), "line 1: the text is not UTF-8"),
        ("Ana:\n  rename: a\x00b\n", "line 2: there is a character that no text may hold (U+0000)"),
        ("[" * 5000, "lists stand in lists too deep"),
        ("Ana: {merge: " + "[" * 40 + "]" * 40 + "}", "lists stand in lists too deep"),
        ("Ana: {merge: []}\n", "line 1, Ana: merge: the list is empty"),
        ("Ana: {merge: [{x: y}]}\n", "line 1, Ana: merge: this is no word"),
        ("Ana: {rename: }\n", "line 1, Ana: rename: there is nothing"),
        ("Ana: {split: [a.txt]}\n", "line 1, Ana: split: this is no table"),
        ("Ana: {rename: " + "x" * 301 + "}\n", "this is longer than 300 characters"),
        ('Ana: {rename: "a\\u202eb"}\n', "holds hidden ones"),
        ("--- {a: {rename: b}}\n--- {}\n", "line 2: this is not YAML"),
        ("x" * 1_000_001, "line 1: the file has 1,000,001 bytes, more than 1,000,000"),
        ("!!python/object/apply:os.system [echo]\n", "line 1: the file is no table of names"),
    ],
)
def test_hostile_and_broken_files_are_refused_in_words(tmp_path: Path, text: str | bytes, words: str) -> None:
    lines = refuse(tmp_path, people=text)
    assert lines[0].startswith("editor/people.yml, line ")
    assert words in lines[0]


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"people": "A: {merge: [B]}\nC: {merge: [B]}\n"}, "line 2, C: “B” is merged into “A” already"),
        ({"people": "A: {merge: [B]}\nB: {merge: [A]}\n"}, "“A” and “B” are merged into each other"),
        ({"people": "A: {merge: [B]}\nB: {hide: yes}\n"}, "line 2, B: hidden, but merged into “A”"),
        ({"people": "A: {hide: yes, show: yes}\n"}, "line 1, A: hidden, and yet to be shown"),
        ({"people": "A: {split: {A: [x.txt]}}\n"}, "“A” is split off from itself"),
        ({"people": "A: {split: {B: [x.txt], C: [x.txt]}}\n"}, "in x.txt it is both “B” and “C”"),
        ({"people": "A: {merge: [B], split: {B: [x.txt]}}\n"}, "“B” is both merged and split off"),
        ({"people": "A: {merge: [B], apart: [b]}\n"}, "“b” is both the same and apart"),
        ({"people": "Ana: {hide: yes}\nANA: {rename: B}\n"}, "line 1, Ana: hidden, and yet to be shown"),
        ({"people": "Ana: {rename: C}\nANA: {rename: B}\n"}, "line 2, ANA: renamed already, to “C”"),
        (
            {"people": "A: {split: {B: [x.txt]}}\nA: {split: {C: [x.txt]}}\n"},
            "in x.txt it is both “B” and “C”",
        ),
        ({"issues": "A: {merge: [B]}\nB: {rename: C}\n"}, "line 2, B: renamed, but merged into “A”"),
        (
            {"stories": "- together: [a, b]\n- together: [b, c]\n- apart: [a, c]\n"},
            "line 3, entry 3: a and c are to be apart, and together elsewhere",
        ),
        (
            {"stories": "- {together: [a, b], title: X}\n- {article: b, title: Y}\n"},
            "line 2, entry 2: the story has another title already (editor/stories.yml, line 1)",
        ),
        (
            {
                "speakers": "- {article: a, paragraph: 1, words: We, speaker: A}\n"
                "- {article: a, paragraph: 1, words: WE, speaker: nobody}\n"
            },
            "line 2, entry 2: the quote has another speaker already",
        ),
    ],
)
def test_contradictions_are_refused(tmp_path: Path, files: dict[str, str], words: str) -> None:
    assert any(words in line for line in refuse(tmp_path, **files))


def test_files_that_would_be_overlooked_are_named(tmp_path: Path) -> None:
    (tmp_path / "editor").mkdir()
    for name in ("story.yml", "people.yaml", "notes.md", ".hidden", "people.yml~"):
        (tmp_path / "editor" / name).touch()
    with pytest.raises(RulingsError) as caught:
        read_rulings(tmp_path / "editor")
    assert str(caught.value).splitlines() == [
        (
            "editor/people.yaml: no such file is read. Did you mean people.yml? Files here are people.yml, "
            "organisations.yml, places.yml, issues.yml, stories.yml, speakers.yml."
        ),
        (
            "editor/story.yml: no such file is read. Did you mean stories.yml? Files here are people.yml, "
            "organisations.yml, places.yml, issues.yml, stories.yml, speakers.yml."
        ),
    ]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built with a ruling."""
    folder = make_project(tmp_path_factory.mktemp("project"))
    (folder / "editor").mkdir()
    (folder / "editor" / "people.yml").write_text(
        "Ana Ruiz:\n  rename: Ana <b>Ruíz</b>\n  aliases: ['{{ hammer }}']\n  roles: ['**mayor** of *all*']\n"
        "Tom Okafor:\n  hide: yes\n",
        encoding="utf-8",
    )
    assert run("build", folder, "--docs-only").returncode == 0
    return folder


def test_pages_carry_the_rulings_and_their_text_is_data(project: Path) -> None:
    page = (project / "docs" / "people" / "ana-b-ruiz-b.md").read_text(encoding="utf-8")
    assert "# Ana &lt;b&gt;Ruíz&lt;/b&gt; { #page }" in page
    assert "&#123;&#123; hammer &#125;&#125;, Ana Ruiz, Ruiz" in page
    assert "&#42;&#42;mayor&#42;&#42; of &#42;all&#42; (editor’s note)" in page
    assert not (project / "docs" / "people" / "tom-okafor.md").exists()
    match = (project / "docs" / "articles").glob("*rovers*.md")
    assert "tom-okafor.md" not in "".join(path.read_text(encoding="utf-8") for path in match)


def test_check_and_export_agree_with_the_build(project: Path) -> None:
    done = run("check", project)
    assert (done.returncode, done.stderr) == (0, "")
    output = project / "all.json"
    assert run("export", project, "--output", output).returncode == 0
    assert '"name":"Ana <b>Ruíz</b>"' in output.read_text(encoding="utf-8")


def test_a_build_says_which_entries_no_longer_match_anything(project: Path) -> None:
    file = project / "editor" / "places.yml"
    file.write_text("Port Aldr:\n  hide: yes\n", encoding="utf-8")
    done = run("build", project, "--docs-only")
    assert done.returncode == 0
    assert (
        "doubt: editor/places.yml: Line 1, Port Aldr: no name among the places is “Port Aldr”. "
        "Did you mean “Port Alder”? Correct the entry, or delete it.\n"
    ) in done.stderr
    assert "Line 1, Port Aldr" in (project / "docs" / "sources.md").read_text(encoding="utf-8")
    file.unlink()
    assert run("build", project, "--docs-only").stderr == ""


def test_a_fault_stops_the_build_before_anything_is_written(project: Path) -> None:
    before = read_tree(project / "docs")
    file = project / "editor" / "issues.yml"
    file.write_text("Bridges:\n  word: [bridge]\n  hid: yes\n", encoding="utf-8")
    for command in (
        ("build", project),
        ("check", project),
        ("export", project, "--output", project / "x.json"),
    ):
        done = run(*command)
        assert done.returncode == 2
        assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["error", "error"]
        assert (
            "editor/issues.yml, line 2, Bridges: there is no key “word”. Did you mean “words”?" in done.stderr
        )
    assert read_tree(project / "docs") == before
    assert not (project / "x.json").exists()
    file.unlink()


def test_two_entries_for_one_page_that_disagree_stop_the_build(project: Path) -> None:
    before = read_tree(project / "docs")
    file = project / "editor" / "places.yml"
    file.write_text("Port Alder: {rename: A}\nplaces/port-alder: {rename: B}\n", encoding="utf-8")
    done = run("build", project, "--docs-only")
    assert done.returncode == 2
    assert "editor/places.yml, line 2, places/port-alder: another entry says otherwise" in done.stderr
    assert read_tree(project / "docs") == before
    file.unlink()


def test_the_examples_of_a_new_project_hold(tmp_path: Path) -> None:
    """They decide nothing as they are, and are right once their `#` is gone."""
    assert run("new", tmp_path / "new").returncode == 0
    editor = tmp_path / "new" / "editor"
    assert read_rulings(editor) == NO_RULINGS
    assert sorted(file.name for file in editor.iterdir()) == sorted(FILES)
    for file in editor.iterdir():
        lines = file.read_text(encoding="utf-8").splitlines()[1:]
        file.write_text("\n".join(line.removeprefix("# ") for line in lines), encoding="utf-8")
    rulings = read_rulings(editor)
    assert len(rulings.entities) == 5
    assert rulings.issues
    assert rulings.stories
    assert rulings.speakers


def test_the_examples_of_the_handbook_hold(tmp_path: Path) -> None:
    text = (Path(__file__).parent.parent / "docs" / "editing.md").read_text(encoding="utf-8")
    (tmp_path / "editor").mkdir()
    for block in re.findall(r"^```yaml\n# (editor/\w+\.yml)\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        (tmp_path / block[0]).write_text(block[1], encoding="utf-8")
    rulings = read_rulings(tmp_path / "editor")
    found = (rulings.entities, rulings.issues, rulings.stories, rulings.speakers)
    assert list(map(len, found)) == [3, 3, 3, 1]
    assert all(f"`{key}`" in text for key in (*ENTITY_KEYS, *ISSUE_KEYS, *STORY_KEYS, *SPEAKER_KEYS))
