"""Tell which sentences can be read alone, and repair in sight those that nearly can.

Words that lean on another sentence are known in `leaning`, kinds of sentence in `kinds`, whom a word means
in `people`; `repairs` mends what it can in sight, `faults` tells what is still wrong, `statements` writes the
sentence or leaves it where it is, and `passages` weighs those that stand alone and chooses among them.
"""
