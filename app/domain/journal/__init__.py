"""The journal is the truth: what a change is, and how changes fold into records."""
