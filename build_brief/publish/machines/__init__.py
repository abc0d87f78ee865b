"""Write what other programs read: feeds, linked data, cards, and what the search looks into."""
