"""Judgements as the journal keeps them."""

from app.domain.journal.rights import Cause

CODES = {Cause.NO_GRANT: 1, Cause.NO_RIGHT: 2, Cause.PAST_CUT_OFF: 3, Cause.TAKEN_BACK: 4}
"""What the journal's `skipped` column holds; 0 is a change that counts."""

CAUSES = {code: cause for cause, code in CODES.items()}
