"""A folder of news articles in, a cited, cross-linked briefing site out."""

__version__ = "0.1.0"
