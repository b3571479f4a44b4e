"""Several desks on one convoy: who serves whom, what they tell each other, how a day ends."""
