"""List what the program is unsure of, each with the sentence and with lines an editor can paste.

What an editor has ruled on is not asked again. The order is that of the sources, so a list that is worked
through from the top shrinks from the top.
"""

from __future__ import annotations

from build_brief.model.dossier import Dossier
from build_brief.model.rulings import Rulings
from build_brief.review.doubts import Doubt, Section
from build_brief.review.identities import find_doubtful_joins, find_open_names, find_thin_names
from build_brief.review.likenesses import find_alike
from build_brief.review.speakers import find_doubtful_speakers
from build_brief.review.stories import find_doubtful_stories

__all__ = ["Doubt", "Section", "review"]


def review(dossier: Dossier, rulings: Rulings) -> tuple[Section, ...]:
    """Return every doubt of `dossier`, by what it is about; sections without any are left out."""
    sections = (
        Section(title="Names that may be one", doubts=find_alike(dossier, rulings)),
        Section(title="Pages that may be of two people", doubts=find_doubtful_joins(dossier, rulings)),
        Section(title="Names of which it is open whose they are", doubts=find_open_names(dossier)),
        Section(title="Names without a page", doubts=find_thin_names(dossier, rulings)),
        Section(title="Speakers", doubts=find_doubtful_speakers(dossier)),
        Section(title="Stories", doubts=find_doubtful_stories(dossier)),
    )
    return tuple(section for section in sections if section.doubts)
