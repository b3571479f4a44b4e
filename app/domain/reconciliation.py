"""Closing a convoy or a desk: each item's account, and the count of what is really left.

For every item: loaded + received + taken in = given + returned + damaged + lost + expired + passed
on + left. Over a whole convoy what desks take in and pass on cancels out and is left out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.quantity import Quantity
from app.domain.stock import TRANSFERS, Movement, MovementKind


@dataclass(frozen=True)
class Account:
    """One item's account. `left` is the book's and may be below zero; `counted` a person's."""

    item_id: str
    loaded: Quantity
    received: Quantity
    taken_in: Quantity
    given: Quantity
    returned: Quantity
    damaged: Quantity
    lost: Quantity
    expired: Quantity
    passed_on: Quantity
    left: Quantity
    counted: Quantity | None = None

    @property
    def difference(self) -> Quantity | None:
        """Counted less book: below zero is missing, above it is too much; None when not counted."""
        return None if self.counted is None else Quantity(self.counted - self.left)

    @property
    def settled(self) -> bool:
        """Whether the item needs no explanation: nothing short, and the count agrees with it."""
        return self.left >= 0 and self.difference == 0


def reconcile(
    movements: Iterable[Movement], counted: Mapping[str, Quantity] | None = None
) -> tuple[Account, ...]:
    """The accounts of a whole convoy, one an item, by item id; `counted` what was found left."""
    whole = [movement for movement in movements if movement.kind not in TRANSFERS]
    return _accounts(whole, counted or {})


def reconcile_desk(
    movements: Iterable[Movement], desk_id: str, counted: Mapping[str, Quantity] | None = None
) -> tuple[Account, ...]:
    """The accounts of one desk of the convoy, one an item, by item id."""
    own = [movement for movement in movements if movement.desk_id == desk_id]
    return _accounts(own, counted or {})


def _accounts(
    movements: Iterable[Movement], counted: Mapping[str, Quantity]
) -> tuple[Account, ...]:
    sums: dict[str, dict[MovementKind, int]] = defaultdict(lambda: defaultdict(int))
    for movement in movements:
        sums[movement.item_id][movement.kind] += movement.quantity
    for item_id in counted:
        sums[item_id][MovementKind.LOADED] += 0
    return tuple(_account(item_id, sums[item_id], counted.get(item_id)) for item_id in sorted(sums))


def _account(item_id: str, sums: Mapping[MovementKind, int], counted: Quantity | None) -> Account:
    def total(*kinds: MovementKind) -> Quantity:
        return Quantity(sum(sums.get(kind, 0) for kind in kinds))

    kind = MovementKind
    came = total(kind.LOADED, kind.RECEIVED, kind.TO_DESK)
    went = total(kind.GIVEN, kind.RETURNED, kind.DAMAGED, kind.LOST, kind.EXPIRED, kind.FROM_DESK)
    return Account(
        item_id=item_id,
        loaded=total(kind.LOADED),
        received=total(kind.RECEIVED),
        taken_in=total(kind.TO_DESK),
        given=total(kind.GIVEN),
        returned=total(kind.RETURNED),
        damaged=total(kind.DAMAGED),
        lost=total(kind.LOST),
        expired=total(kind.EXPIRED),
        passed_on=total(kind.FROM_DESK),
        left=Quantity(came - went),
        counted=counted,
    )
