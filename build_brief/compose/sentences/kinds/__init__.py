"""Know what kind of sentence or clause it is: the lead, a claim, a stand, a headline, no news at all."""
