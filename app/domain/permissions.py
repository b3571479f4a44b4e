"""Who may do what: one table, read by services before they write and by the fold afterwards.

A right is the lesser of two: the ceiling of the laptop and the role of the person. Taking a right
away later never makes what was rightly written unwritten; it stands up to the revocation's cut-off.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What people and laptops are trusted with, by the work they do in a convoy."""

    VOLUNTEER = "volunteer"
    CLINIC = "clinic"
    STOREKEEPER = "storekeeper"
    SUPERVISOR = "supervisor"
    COORDINATOR = "coordinator"


class Action(StrEnum):
    """What a change does, as far as rights tell one from another."""

    REGISTER = "register"
    """Households, people, proxies, hamlets: new ones and corrections."""
    HAND_OVER = "hand_over"
    VOID_OWN_TODAY = "void_own_today"
    """Voiding what the same person handed over on the same convoy day."""
    VOID = "void"
    MOVE_STOCK = "move_stock"
    PARK = "park"
    """Putting a hard case aside, or saying that it was settled."""
    DECIDE = "decide"
    """Settling conflicts, double aid and verdicts about people; releasing what waits."""
    PLAN = "plan"
    """Convoys, desks, campaigns, rules, items, organisations, categories."""
    DISCLOSE = "disclose"
    """Noting that plain data left the store."""
    GRANT = "grant"
    """Devices, users, what they may do, and ending that; taking a merge back."""


_VOLUNTEER: Final = frozenset(
    {Action.REGISTER, Action.HAND_OVER, Action.VOID_OWN_TODAY, Action.PARK, Action.DISCLOSE}
)
_STOREKEEPER: Final = frozenset({Action.MOVE_STOCK, Action.DISCLOSE})
_SUPERVISOR: Final = _VOLUNTEER | _STOREKEEPER | {Action.VOID, Action.DECIDE}

ALLOWED: Final[dict[Role, frozenset[Action]]] = {
    Role.VOLUNTEER: _VOLUNTEER,
    Role.CLINIC: _VOLUNTEER,
    Role.STOREKEEPER: _STOREKEEPER,
    Role.SUPERVISOR: _SUPERVISOR,
    Role.COORDINATOR: frozenset(Action),
}
"""The table. A laptop's ceiling is read from it in the same way."""

_BY_RECORD: Final[dict[str, Action]] = {
    "household": Action.REGISTER,
    "person": Action.REGISTER,
    "proxy": Action.REGISTER,
    "village": Action.REGISTER,
    "aid_record": Action.HAND_OVER,
    "stock_movement": Action.MOVE_STOCK,
    "card": Action.REGISTER,
    "parked_case": Action.PARK,
    "desk_closing": Action.HAND_OVER,
    "slip_range": Action.HAND_OVER,
    "person_verdict": Action.DECIDE,
    "household_verdict": Action.DECIDE,
    "double_aid_decision": Action.DECIDE,
    "fork_decision": Action.DECIDE,
    "disclosure": Action.DISCLOSE,
    "convoy": Action.PLAN,
    "desk": Action.PLAN,
    "convoy_key": Action.PLAN,
    "campaign": Action.PLAN,
    "entitlement_rule": Action.PLAN,
    "campaign_listing": Action.PLAN,
    "aid_item": Action.PLAN,
    "initiative": Action.PLAN,
    "organisation": Action.PLAN,
    "category": Action.PLAN,
}


def may(person: Role, laptop: Role, action: Action) -> bool:
    """Whether someone of role `person` may do it on a laptop with the ceiling `laptop`."""
    return action in ALLOWED[person] and action in ALLOWED[laptop]


def action_of(record_type: str, fields: Iterable[str], *, own_today: bool = False) -> Action:
    """What a change to a record does; what this app does not know needs the highest right.

    `own_today` says of a void whether its writer handed the same thing over on the same day.
    """
    if "void" in fields and record_type in {"aid_record", "stock_movement"}:
        return Action.VOID_OWN_TODAY if own_today else Action.VOID
    return _BY_RECORD.get(record_type, Action.GRANT)
