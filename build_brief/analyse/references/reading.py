"""Read an article's sentences in order, keeping in mind the people that each one shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from build_brief.analyse.references.antecedents import Choice, Pronoun, choose_antecedent
from build_brief.analyse.references.genders import PRONOUNS
from build_brief.analyse.references.offices import Holder, choose_holder, gender_of
from build_brief.analyse.references.role_phrases import RolePhrase
from build_brief.analyse.references.scene import OUTSIDE, Figure, Scene, does_act
from build_brief.analyse.references.shown import Shown
from build_brief.language.verbs import read_verbs
from build_brief.language.word_classes import classify
from build_brief.model.annotations import Gender, Mention, MentionForm, MentionKind
from build_brief.model.article import Article

MEMORY = 6
"""Sentences kept in mind, those that are all quotation not counted."""
MOST_FIGURES = 30
"""Of one sentence, the last: a bound for a text without full stops."""
SHARED_SURNAME = 0.85
LOOKING_AHEAD = 0.85
AHEAD = 5
"""Words after the comma in which a name ends an opening phrase."""
OPENERS = frozenset(
    {
        "in",
        "after",
        "as",
        "during",
        "before",
        "with",
        "despite",
        "while",
        "when",
        "since",
        "at",
        "on",
        "by",
        "for",
    }
)
BESIDE = re.compile(r"(?:but |and )?(?:(?:un)?like|along with|together with|besides|as well as|apart from) ")
"""What sets somebody beside the one who is told of."""
CLAUSE_ENDS = frozenset({",", ";", ":", "—", "–", "“", '"', "‘", "that"})
BE = frozenset(
    {"is", "was", "are", "were", "be", "been", "being", "as", "become", "became", "named", "called"}
)


class Reader:
    """Walks the scenes once; what it remembers are the figures of the sentences read so far."""

    def __init__(
        self,
        article: Article,
        scenes: Sequence[Shown],
        holders: Sequence[Holder],
        genders: Mapping[str, Gender],
    ) -> None:
        """Keep what is known of the article; nothing is read yet."""
        self._article = article
        self._scenes = scenes
        self._holders = holders
        self._genders = genders
        self._surnames = [holder.name.split()[-1] for holder in holders]
        self._memory: list[list[Figure]] = []

    def read(self) -> Iterator[Mention]:
        """Yield the ROLE and PRONOUN mentions of the article."""
        for shown in self._scenes:
            figures = [shown.stranger] if shown.stranger else []
            self._memory.insert(0, figures)
            yield from self._read_scene(shown, figures)
            if not figures and shown.is_quoted:
                self._memory.pop(0)
            del self._memory[MEMORY:]

    def _read_scene(self, shown: Shown, figures: list[Figure]) -> Iterator[Mention]:
        for at in sorted({*shown.names, *shown.phrases, *shown.pronouns}):
            if at in shown.names:
                figure = shown.names[at]
                figures.extend([figure] if figure else [])
            elif at in shown.phrases:
                yield from self._read_phrase(shown.scene, shown.phrases[at], figures)
            del figures[:-MOST_FIGURES]
            if at in shown.pronouns:
                yield self._read_pronoun(shown.scene, at, figures)

    def _read_phrase(self, scene: Scene, phrase: RolePhrase, figures: list[Figure]) -> Iterator[Mention]:
        start = scene.tokens[phrase.first].start
        choice = choose_holder(phrase, scene, self._holders, self._memory)
        if choice is None and _is_predicate(scene, phrase):
            return
        figures.append(
            Figure(
                name=choice.name if choice else None,
                gender=phrase.gender,
                start=start,
                region=scene.regions[phrase.first],
                acts=does_act(scene, phrase.first, phrase.end - 1),
                confidence=choice.confidence if choice else 1.0,
            )
        )
        if choice and choice.name:
            yield self._mention((start, scene.tokens[phrase.end - 1].end), MentionForm.ROLE, *choice)

    def _read_pronoun(self, scene: Scene, at: int, figures: list[Figure]) -> Mention:
        pronoun = _describe(scene, at)
        others = _list_others(scene, at) if pronoun.is_subject else frozenset()
        memory = (
            [[one for one in layer if one.name not in others] for layer in self._memory] if others else None
        )
        choice = self._look_ahead(scene, at, pronoun) or choose_antecedent(
            pronoun, memory or self._memory, lambda figure: gender_of(figure, self._genders)
        )
        confidence = choice.confidence
        if choice.name and self._surnames.count(choice.name.split()[-1]) > 1:
            confidence = min(confidence, SHARED_SURNAME)
        if pronoun.is_subject:  # one without a name is a rival for the pronouns that follow
            figures.append(
                Figure(
                    name=choice.name,
                    gender=pronoun.gender,
                    start=pronoun.start,
                    region=pronoun.region,
                    acts=True,
                    confidence=confidence if choice.name else 1.0,
                )
            )
        token = scene.tokens[at]
        return self._mention((token.start, token.end), MentionForm.PRONOUN, choice.name, confidence)

    def _look_ahead(self, scene: Scene, at: int, pronoun: Pronoun) -> Choice | None:
        """Return who is named right after an opening phrase: “In his speech, Ruiz said …”."""
        if scene.word(0).lower() not in OPENERS or "," not in scene.words[at:]:
            return None
        comma = scene.words.index(",", at)
        names = [m for m in scene.mentions if scene.token_at(m.span.start) in range(comma, comma + AHEAD)]
        if "," in scene.words[:at] or not names or names[0].kind is not MentionKind.PERSON:
            return None
        gender = self._genders.get(names[0].name or "", Gender.UNKNOWN)
        return Choice(names[0].name, LOOKING_AHEAD) if gender in (pronoun.gender, Gender.UNKNOWN) else None

    def _mention(
        self, place: tuple[int, int], form: MentionForm, name: str | None, confidence: float
    ) -> Mention:
        return Mention(
            span=self._article.span(*place),
            kind=MentionKind.PERSON,
            form=form,
            name=name,
            gender=self._genders.get(name, Gender.UNKNOWN) if name else Gender.UNKNOWN,
            confidence=confidence,
        )


def _describe(scene: Scene, at: int) -> Pronoun:
    word = scene.word(at).lower()
    following = scene.word(at + 1)
    possessive = word == "his" or (word == "her" and _opens_noun_phrase(following))
    return Pronoun(
        start=scene.tokens[at].start,
        gender=PRONOUNS[word],
        region=scene.regions[at],
        is_object=word in ("him", "her") and not possessive,
        is_subject=word in ("he", "she"),
    )


def _list_others(scene: Scene, at: int) -> frozenset[str | None]:
    """Return who is named in the clause that “he” opens, for he is another: “He doubted Lund’s word”.

    Another is too whom the phrase before him sets beside him: “Like Lund, he doubted it”; and whom he
    tells of: “Lund then fell, he said”.
    """
    if scene.word(at - 1) == "," and BESIDE.match(" ".join(scene.lower[:at])):
        comma = scene.words.index(",")
        return frozenset(
            one.name for one in scene.mentions if one.name and scene.token_at(one.span.start) < comma
        )
    if _closes_report(scene, at):
        spoken = (one for one in scene.mentions if one.name and scene.token_at(one.span.start) < at)
        return frozenset(one.name for one in spoken)
    if at != 0 and not (at == 1 and scene.lower[0] in ("but", "and", "yet", "so")):
        return frozenset()
    marks = (place for place in range(at + 1, len(scene.words)) if scene.word(place) in CLAUSE_ENDS)
    end = next(marks, len(scene.words))
    named = (one for one in scene.mentions if one.name and at < scene.token_at(one.span.start) < end)
    return frozenset(one.name for one in named)


def _closes_report(scene: Scene, at: int) -> bool:
    """Tell whether “, he said” ends or breaks into a sentence of what he said, in no quotation marks."""
    verb = at + 2 if scene.word(at + 1) in ("has", "had") else at + 1
    said = scene.word(at - 1) == "," and scene.word(verb) in read_verbs("speech_verbs")
    quiet = all(region == OUTSIDE for region in scene.regions[:at])
    return said and quiet and scene.word(verb + 1) in (",", ".")


def _opens_noun_phrase(word: str) -> bool:
    return bool(word) and word[0].isalnum() and classify(word).grammar in ("", "negation")


def _is_predicate(scene: Scene, phrase: RolePhrase) -> bool:
    """Tell whether a phrase says what somebody is: “is a lawyer”, “, a lawyer,” after a name."""
    before = scene.word(phrase.first - 1)
    apposed = (
        before == "," and scene.word(phrase.end) in (",", ".") and _may_be_somebody(scene, phrase.first - 2)
    )
    return before.lower() in BE or apposed


def _may_be_somebody(scene: Scene, at: int) -> bool:
    """Tell whether the word may end what a comma parts from its apposition: a name, an age, “the king”."""
    word = scene.word(at)
    return not word.islower() or classify(word).noun == "person"
