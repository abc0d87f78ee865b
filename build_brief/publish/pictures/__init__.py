"""Pictures for what is sooner seen than read: static SVG that follows the palette, prints, and runs nothing.

Each is a `Picture`: the drawing, a sentence for those who cannot see it, and its data as a table. `bars`,
`dots` and `distance` draw any such data with the shapes of `drawing`; the other files choose what to draw.
"""

from build_brief.publish.pictures.picture import Picture

__all__ = ["Picture"]
