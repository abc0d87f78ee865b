"""Say first what a story is: its title, its bottom line, its summary."""
