"""The people who work with the app: who they are, what they may do, who of them is at work here."""
