"""Words that report what somebody said: verbs of speech, credits, names before a colon."""
