"""What a sentence shows of people before anybody asks who is meant: names, phrases for a role, pronouns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from build_brief.analyse.references.genders import PRONOUNS
from build_brief.analyse.references.role_phrases import RolePhrase, find_role_phrases
from build_brief.analyse.references.scene import OUTSIDE, Figure, Scene, show_figure, show_stranger
from build_brief.language.tokens import TokenKind


class Shown(NamedTuple):
    """One scene with what stands at its tokens; it is looked at once, though the article is read twice."""

    scene: Scene
    stranger: Figure | None
    """Whom the capitals that open the sentence show when they are no known name."""
    names: Mapping[int, Figure | None]
    """None for the name of no person."""
    phrases: Mapping[int, RolePhrase]
    """But those that belong to a role printed beside a name."""
    pronouns: frozenset[int]
    is_quoted: bool
    """Whether all words stand in quotation marks."""


def show(scene: Scene) -> Shown:
    """Return what `scene` shows."""
    in_roles = _find_in_roles(scene)
    return Shown(
        scene=scene,
        stranger=show_stranger(scene),
        names={scene.token_at(one.span.start): show_figure(scene, one) for one in scene.mentions},
        phrases={one.first: one for one in find_role_phrases(scene) if one.first not in in_roles},
        pronouns=frozenset([at for at, word in enumerate(scene.lower) if word in PRONOUNS]),
        is_quoted=_is_all_quoted(scene),
    )


def _is_all_quoted(scene: Scene) -> bool:
    if scene.regions.count(OUTSIDE) == len(scene.regions):
        return False
    pairs = zip(scene.tokens, scene.regions, strict=True)
    words = (region for token, region in pairs if token.kind is TokenKind.WORD)
    return next(words, OUTSIDE) != OUTSIDE and all(region != OUTSIDE for region in words)


def _find_in_roles(scene: Scene) -> frozenset[int]:
    """Return the tokens that belong to roles printed beside a name."""
    roles = [mention.role for mention in scene.mentions if mention.role]
    return frozenset(
        at for role in roles for at in range(scene.token_at(role.start), scene.token_at(role.end))
    )
