"""What is said: the words that a cue reports, from where to where, and what looks like them and is none."""
