"""Whether two people on file are one: the scorer that the desk, the merge and the bulk run share.

It compares, adds points and says why. It proposes; a person decides.
"""
