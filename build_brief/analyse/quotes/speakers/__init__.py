"""Who speaks: the phrase beside a cue, the name in it, and whose words somebody else hands on."""
