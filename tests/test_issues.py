"""What must hold of issues whatever the articles say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from build_brief.analyse import analyse
from build_brief.analyse.issues import find_issues
from build_brief.analyse.sentences import find_sentences
from build_brief.language.issue_cues import read_cues, weight_of
from build_brief.language.issue_labels import LONGEST_LABEL
from build_brief.language.subjects import find_subjects, read_all_subjects, words_of
from build_brief.link import link
from build_brief.link.issues import gather_issues
from build_brief.link.issues.choice import MOST_ISSUES
from build_brief.link.issues.company import gather_company
from build_brief.link.issues.evidence import voices_needed
from build_brief.link.issues.lines import lay_out
from build_brief.link.issues.topics import find_lines, subject_topic
from build_brief.link.issues.unspoken import stands_unspoken
from build_brief.model.dates import ArticleDay
from build_brief.model.dossier import Story, StoryId
from tests.builders import article

PIECES = st.sampled_from(
    [
        *(
            "issues like ",
            "clashes over ",
            "the sticking point has been ",
            "areas such as ",
            "the question of ",
        ),
        *(
            "trade",
            "Hong Kong",
            "human rights",
            "the",
            "its",
            "of",
            "and",
            ", ",
            ". ",
            "“",
            "”",
            "’s",
            "\n",
            "12",
        ),
        *("allegations of ", "building ", "policy ", "\u202e", "\x00", "<b>", "{{ x }}", "|", "É", "北京"),
    ]
)


@given(st.lists(PIECES, max_size=40))
def test_any_text_gives_short_labels_that_stand_in_it(pieces: list[str]) -> None:
    source = article(" ".join(pieces) + " x")
    for issue in find_issues(source, find_sentences(source), ()):
        assert 0 < len(issue.label) <= LONGEST_LABEL
        assert issue.label.isprintable()
        assert issue.label[1:] in " ".join(issue.span.text.split())


def test_one_line_of_a_megabyte_is_read_in_time() -> None:
    source = article("The clash over " + "trade and " * 100_000)
    assert find_issues(source, find_sentences(source), ()) == ()


def test_every_cue_has_a_weight_and_no_rule_is_named_twice_differently() -> None:
    weights: dict[str, set[int]] = {}
    for cue in read_cues():
        weights.setdefault(cue.rule, set()).add(cue.weight)
    assert all(found == {weight_of(rule)} for rule, found in weights.items())


def test_a_word_that_is_clear_only_in_a_list_is_no_subject_elsewhere() -> None:
    assert not find_subjects(words_of("She was full of energy."))
    assert [hit.subject for hit in find_subjects(words_of("energy"), named=True)] == ["Climate and energy"]


def test_one_issue_runs_through_two_stories() -> None:
    talks = article(
        "Poland and Hungary clashed over Russia’s war in Ukraine on Monday in Warsaw.\n"
        "Poland said the war in Ukraine must end before the harvest in Warsaw.\n"
        "Hungary called the war in Ukraine a matter of two neighbours.\n"
        "Trains to Warsaw have been late since the war in Ukraine began.",
        id="a.txt",
        published="2023-01-05",
    )
    grain = article(
        "Turkish grain traders in Izmir argued about the Ukraine war at their fair.\n"
        "Turkey said the invasion of Ukraine had doubled the price of bread in Izmir.\n"
        "Millers in Izmir have bought elsewhere since the war in Ukraine began.\n"
        "The fair in Izmir was smaller before the war in Ukraine.",
        id="b.txt",
        published="2024-06-01",
    )
    annotated = tuple(map(analyse, (talks, grain)))
    stories = tuple(
        Story(
            id=StoryId(found.article.id),
            articles=(found.article.id,),
            origins=((found.article.id,),),
            day=ArticleDay(day=found.article.published),
            shared_terms=(),
        )
        for found in annotated
    )
    nobody = gather_company((), (), {})
    issues = gather_issues(annotated, nobody, stories)
    (war,) = [issue for issue in issues if "Ukraine" in issue.label]
    assert war.articles == ("a.txt", "b.txt")
    assert gather_issues(annotated[::-1], nobody, stories) == issues


def test_a_story_has_few_issues() -> None:
    subjects = (
        "trade, abortion, immigration, gun laws, housing, taxes, policing, pensions, vaccines and doping"
    )
    lines = [
        f"Mayor Ana Ruiz said {word.strip()} mattered." for word in subjects.replace(" and ", ", ").split(",")
    ]
    source = article("\n".join([f"They clashed over {subjects}.", *lines, *lines]))
    assert 0 < len(link([analyse(source)]).issues) <= MOST_ISSUES


def test_what_each_of_three_papers_tells_of_is_an_issue_if_somebody_speaks_on_it() -> None:
    texts = [["A bribe was paid."] * (2 - number % 2) + ["The ferry left."] * 30 for number in range(3)]
    lines = [
        line
        for number, text in enumerate(texts)
        for line in lay_out(analyse(article("\n".join(text), id=f"{number}.txt")), {})
    ]
    topic = subject_topic("Corruption")
    told = find_lines(topic, lines)
    assert voices_needed(topic, told, lines) == 0
    assert not stands_unspoken(topic, told, lines)
    two = [line for line in lines if line.span.article.id != "2.txt"]
    told = find_lines(topic, two)
    assert voices_needed(topic, told, two) != 0


def test_what_nobody_speaks_on_must_fill_a_seventh_of_the_story() -> None:
    topic = subject_topic("Corruption")
    for ferries, stands in ((17, True), (18, True), (19, False)):
        text = "\n".join(["A bribe was paid."] * 3 + ["The ferry left."] * ferries)
        lines = lay_out(analyse(article(text)), {})
        assert stands_unspoken(topic, find_lines(topic, lines), lines) is stands


def test_no_words_name_two_subjects() -> None:
    subjects = read_all_subjects()
    labels = [subject.label for subject in subjects]
    terms = [words for subject in subjects for words in {words_of(term) for term in subject.terms}]
    assert len(set(labels)) == len(labels)
    assert sorted({term for term in terms if terms.count(term) > 1}) == []
