"""What a merge leaves for people to decide, and the decisions: each a change like any other."""
