"""Tell whether the reader of one sentence alone can know whom a name, a role or a pronoun means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from build_brief.compose.sentences.people.rivals import GENDERS
from build_brief.model.annotations import NAMING, Gender, Mention, MentionForm, MentionKind

SURE = 0.9
"""From here on a mention's name is put into a bracket; the same line as for speakers."""


def is_clear(mention: Mention, before: Sequence[Mention]) -> bool:
    """Tell whether the reader of this sentence alone can know whom `mention` means."""
    if mention.form is MentionForm.FULL or (mention.name and mention.confidence >= SURE):
        return True
    if mention.form is MentionForm.SHORT:
        return mention.kind is not MentionKind.PERSON
    if mention.form is MentionForm.ROLE:
        return True
    if mention.name is None and mention.span.text.lower() in GENDERS:
        # Nobody knows who “he” is, and the reader would take the last one named for him.
        return not any(other.kind is MentionKind.PERSON and other.form in NAMING for other in before)
    # A doubtful pronoun is as doubtful here as in the source when its candidates stand before it.
    return mention.name is None or any(mention.name == other.name for other in before)


def is_known(mention: Mention, before: Sequence[Mention]) -> bool:
    """Tell whether the first sentence of an article may hold `mention` as it stands.

    A pronoun has somebody before it to mean, a bare surname is one that all readers know; the source's
    reader had no more to go by.
    """
    if mention.form is MentionForm.SHORT:
        return True
    named = any(other.form in NAMING and other.kind is MentionKind.PERSON for other in before)
    return mention.form is MentionForm.PRONOUN and named


def is_mixed(pronoun: Mention, before: Iterable[Mention]) -> bool:
    """Tell whether a pronoun of the same gender stands before that was read as nobody, or as somebody else.

    “While her husband spoke, Varga held her tongue”: whose husband it is, the reading does not know.
    """
    gender = GENDERS.get(pronoun.span.text.lower())
    pronouns = (m for m in before if GENDERS.get(m.span.text.lower()) is gender is not None)
    return any(other.name != pronoun.name for other in pronouns)


def is_rivalled(pronoun: Mention, mentions: Iterable[Mention]) -> bool:
    """Tell whether one of `mentions` has a title like the pronoun, and was read as no person.

    “He cannot, but Mr. Varga …”, where “Varga” was taken for the Varga administration: it may be he.
    """
    if pronoun.gender is Gender.UNKNOWN:
        return False
    named = (m for m in mentions if m.form in NAMING and m.kind is not MentionKind.PERSON)
    return any(m.gender is pronoun.gender for m in named)
