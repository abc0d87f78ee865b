"""Say what a page needs besides its story: sources, gaps, neighbours, and what many stories lead to."""
