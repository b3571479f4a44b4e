"""Stock of a convoy and its desks: what came, what went, what must be left.

Stock lies with the convoy (desk None) or at one of its desks; a desk shows and spends only its own.
Balances are sums and are never clamped: below zero means that something was handed over that the
book does not know, and it is shown as a `Shortfall` until a movement explains it. Reconciliation
follows Sphere's site stock accounts (design, section 3): loaded = given + returned + damaged + lost
+ expired + left.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.quantity import ZERO, Quantity


class MovementKind(StrEnum):
    """What happened to stock; `given` comes from the lines of aid records."""

    LOADED = "loaded"
    """From the warehouse on to the convoy (or straight to a desk)."""
    RECEIVED = "received"
    """Joined the convoy on its way: a purchase, a gift, another convoy's."""
    TO_DESK = "to_desk"
    """From the convoy to the desk that the movement names."""
    FROM_DESK = "from_desk"
    """Back from that desk to the convoy."""
    GIVEN = "given"
    RETURNED = "returned"
    """Back to the warehouse."""
    DAMAGED = "damaged"
    LOST = "lost"
    EXPIRED = "expired"


BROUGHT = frozenset({MovementKind.LOADED, MovementKind.RECEIVED})
TRANSFERS = frozenset({MovementKind.TO_DESK, MovementKind.FROM_DESK})
NEED_REASON = frozenset({MovementKind.DAMAGED, MovementKind.LOST, MovementKind.EXPIRED})
"""Kinds that someone must give a reason for."""

Place = tuple[str, str | None]
"""An item's id and the desk where it lies; None is the convoy itself."""


@dataclass(frozen=True)
class Movement:
    """One movement of one convoy that stands (not voided); `quantity` is what moved, not a sign.

    `desk_id` is where it happened; transfers name the desk that gets or gives.
    """

    item_id: str
    kind: MovementKind
    quantity: Quantity
    desk_id: str | None = None
    day: dt.date | None = None


class MovementProblem(StrEnum):
    """Why a movement cannot be recorded."""

    NO_QUANTITY = "no_quantity"
    NO_DESK = "no_desk"
    NO_REASON = "no_reason"


def problems(movement: Movement, reason: str) -> tuple[MovementProblem, ...]:
    """What to correct before recording; a lack of stock is no problem but a `Shortfall`."""
    found = {
        MovementProblem.NO_QUANTITY: movement.quantity <= 0,
        MovementProblem.NO_DESK: movement.kind in TRANSFERS and movement.desk_id is None,
        MovementProblem.NO_REASON: movement.kind in NEED_REASON and not reason.strip(),
    }
    return tuple(problem for problem, holds in found.items() if holds)


def effects(movement: Movement) -> tuple[tuple[Place, int], ...]:
    """The places that the movement changes, and by how much (thousandths, below zero: out)."""
    here = (movement.item_id, movement.desk_id)
    if movement.kind in BROUGHT:
        return ((here, movement.quantity),)
    if movement.kind not in TRANSFERS:
        return ((here, -movement.quantity),)
    to_desk = movement.quantity if movement.kind is MovementKind.TO_DESK else -movement.quantity
    return ((here, to_desk), ((movement.item_id, None), -to_desk))


def balances(movements: Iterable[Movement]) -> dict[Place, Quantity]:
    """What is left of each item at each place that any movement touched; may be below zero."""
    sums: dict[Place, int] = defaultdict(int)
    for movement in movements:
        for place, change in effects(movement):
            sums[place] += change
    return {place: Quantity(amount) for place, amount in sums.items()}


def left_by_item(movements: Iterable[Movement]) -> dict[str, Quantity]:
    """What is left of each item in the convoy and at all its desks together."""
    sums: dict[str, int] = defaultdict(int)
    for (item_id, _), amount in balances(movements).items():
        sums[item_id] += amount
    return {item_id: Quantity(amount) for item_id, amount in sums.items()}


@dataclass(frozen=True)
class Shortfall:
    """More went out of a place than the book says was there; `missing` is above zero."""

    item_id: str
    desk_id: str | None
    missing: Quantity


def shortfalls(movements: Iterable[Movement]) -> tuple[Shortfall, ...]:
    """Every place below zero, in a steady order."""
    below = [
        Shortfall(item_id, desk_id, Quantity(-amount))
        for (item_id, desk_id), amount in balances(movements).items()
        if amount < 0
    ]
    return tuple(sorted(below, key=lambda one: (one.item_id, one.desk_id or "")))


def shortfall_of(movement: Movement, before: Mapping[Place, Quantity]) -> Shortfall | None:
    """What would be missing where `movement` takes from; None when there is enough.

    Only what it makes worse counts: bringing stock to a place that stays short is no shortfall.
    """
    for (item_id, desk_id), change in effects(movement):
        after = before.get((item_id, desk_id), ZERO) + change
        if change < 0 and after < 0:
            return Shortfall(item_id, desk_id, Quantity(-after))
    return None


@dataclass(frozen=True)
class Covered:
    """How a wanted quantity splits when stock runs out: `now` is there, `owed` is not."""

    now: Quantity
    owed: Quantity


def cover(wanted: Quantity, balance: Quantity) -> Covered:
    """What a place with `balance` can give of `wanted` (not below zero); the rest is owed."""
    now = Quantity(min(wanted, max(0, balance)))
    return Covered(now, Quantity(wanted - now))
