"""Work on paper where no laptop runs: blank slips, lists to tick, and typing them in later."""
