"""What the app does for people: one use case a function, the same for windows and commands."""
