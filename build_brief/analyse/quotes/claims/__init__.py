"""Who said what, as claimed by a cue, the model's labels, the quotes around, or the marks of the page."""
