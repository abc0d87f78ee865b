"""Know the words of a sentence that lean on another: pronouns, links of thought, things called by “the”.

Each file knows one kind of such words, and nothing of what becomes of the sentence that holds them.
"""
