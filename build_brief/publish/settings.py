"""What an editor decides about the look of the site; `config` reads it from `mkdocs.yml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from build_brief.model.article import Rights

ACCURACY = Path(__file__).parent / "accuracy.yml"
"""The figures of the program itself, for an editor to read and correct."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredAccuracy:
    """How often the program was right on texts that people annotated by hand."""

    skill: str
    """What was measured, in the reader's words: “Speaker of a quotation”."""
    score: str
    """The figure as it is printed, with its unit: “F1 0.94”."""
    sample: str
    """How much was measured: “812 quotations in 96 articles”."""
    method: str
    """How, in a sentence, with what the figure cannot tell."""
    measured_by: str = ""
    """The floor of `evaluation` that it repeats; empty when the texts are not ours to hand on."""


def read_accuracy() -> tuple[MeasuredAccuracy, ...]:
    """Return what was measured of the program, in the order of the file."""
    return tuple(MeasuredAccuracy(**entry) for entry in yaml.safe_load(ACCURACY.read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """How the site is rendered; the defaults are those of an empty `mkdocs.yml`."""

    title: str = "Briefings"
    address: str = ""
    """Where the site will stand on the web, with a slash at its end; empty when nobody told (`site_url`)."""
    source_text: Rights = Rights.CITED
    """How much of a source is printed again where the article's own header says nothing."""
    pdf: bool = True
    """Whether each briefing has a PDF beside its page."""
    card_pictures: bool = True
    """Whether each briefing has a picture for the cards of other sites; they need the site's address."""
    other_sites: tuple[tuple[str, str], ...] = ()
    """Names of sites of other years or subjects, with their addresses as the front page leads to them."""
    accuracy: tuple[MeasuredAccuracy, ...] = field(default_factory=read_accuracy)
    """Printed on the verification page, in this order; empty prints that nothing was measured."""

    @property
    def draws_cards(self) -> bool:
        """Tell whether briefings have pictures: a card leads to one by its full address."""
        return self.card_pictures and bool(self.address)
