"""What an editor decides about the look of the site; `config` reads it from `mkdocs.yml`."""

from __future__ import annotations

from dataclasses import dataclass

from build_brief.model.article import Rights


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
    """How, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """How the site is rendered; the defaults are those of an empty `mkdocs.yml`."""

    title: str = "Briefings"
    source_text: Rights = Rights.CITED
    """How much of a source is printed again where the article's own header says nothing."""
    accuracy: tuple[MeasuredAccuracy, ...] = ()
    """Printed on the verification page, in this order; empty prints that nothing was measured."""
