"""Print the kinds of pages: stories, subjects, articles, what looks over them all, and their indexes."""
