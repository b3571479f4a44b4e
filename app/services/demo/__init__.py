"""A made-up convoy day from a seed, for trying the app out, for tests and for measuring.

The people are invented; names are drawn by their real frequencies and places are real. One seed
always gives the same day: ids, keys and clock come from it too.
"""
