"""What the demonstration's convoys give: campaigns with rules of every kind, and stock."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.db.store import Store
from app.domain.entitlement import Frequency, Per
from app.domain.quantity import Quantity
from app.domain.stock import MovementKind
from app.services.campaigns import CampaignForm, RuleForm, save_campaign
from app.services.convoys import ConvoyForm, create_convoy
from app.services.day import ConvoyDay
from app.services.demo.setting import Setting
from app.services.stock import NewMovement, record_movement

_IN_NEED: Final = frozenset(
    {"widow", "orphan", "disability", "no-income", "elderly", "takaful-karama"}
)

_LOADED: Final[dict[str, tuple[float, int]]] = {
    "food-box": (1.05, 1_000),
    "blanket": (1.4, 1_000),
    "meat": (0.5, 2_000),
    "poultry-meat": (0.8, 1_000),
    "school-kit": (0.8, 1_000),
    "infant-milk": (0.3, 1_000),
    "cash": (80.0, 500_000),
}
"""For each family, in the item's unit, and the thousandths that come together. Meat and blankets
are short on purpose: meat by noon, blankets before the day ends, as they do."""

WINTER: Final = ("blanket", "school-kit", "cash")
"""What the earlier convoy carried."""


@dataclass(frozen=True)
class Programme:
    """The campaigns' ids by what they are for."""

    food: str
    winter: str
    monthly: str


def found_programme(store: Store, day: dt.date) -> Programme:
    """Three campaigns around the convoy's day."""
    first, last = day - dt.timedelta(days=45), day + dt.timedelta(days=45)

    def campaign(name: str, initiative: str, *rules: RuleForm) -> str:
        form = CampaignForm(name, initiative, first.isoformat(), last.isoformat(), rules)
        return save_campaign(store, form)

    return Programme(
        food=campaign(
            f"إيد واحدة {day.year}",
            "eed-wahda",
            RuleForm("food-box"),
            RuleForm("meat", Quantity(2_000), categories=_IN_NEED),
            RuleForm("poultry-meat", excluded_by=frozenset({"meat"})),
            RuleForm("infant-milk", Quantity(2_000), per=Per.PERSON, max_age=1),
        ),
        winter=campaign(
            f"كتف في كتف: شتاء دافئ {day.year}",
            "ketf-fi-ketf",
            RuleForm("blanket", Quantity(2_000), min_size=3),
            RuleForm("blanket", max_size=2),
            RuleForm("school-kit", per=Per.PERSON, min_age=6, max_age=14),
        ),
        monthly=campaign(
            f"القوافل الشاملة: دعم شهري {day.year}",
            "comprehensive-convoys",
            RuleForm(
                "cash",
                Quantity(500_000),
                frequency=Frequency.EVERY,
                days=28,
                categories=frozenset({"widow", "divorced", "no-income"}),
            ),
        ),
    )


def plan_earlier_convoy(store: Store, setting: Setting, programme: Programme, day: dt.date) -> str:
    """A small convoy of another organisation, to the first village only."""
    return create_convoy(
        store,
        ConvoyForm(
            name=f"قافلة {setting.villages[0].name_ar}",
            starts_on=day.isoformat(),
            ends_on=day.isoformat(),
            villages=frozenset({setting.villages[0].code}),
            organisations=frozenset({"orman"}),
            campaigns=frozenset({programme.winter, programme.monthly}),
        ),
    )


def plan_convoy(
    store: Store, setting: Setting, programme: Programme, days: tuple[dt.date, ...]
) -> str:
    """The convoy that the demonstration is about."""
    return create_convoy(
        store,
        ConvoyForm(
            name=f"قافلة {setting.district_name} · {setting.governorate.name_ar}",
            starts_on=days[0].isoformat(),
            ends_on=days[-1].isoformat(),
            villages=frozenset(village.code for village in setting.villages),
            organisations=frozenset({"haya-karima-foundation"}),
            campaigns=frozenset({programme.food, programme.winter, programme.monthly}),
            notes="بيانات تجريبية: الأسماء والأرقام غير حقيقية",
        ),
    )


def load_stock(
    store: Store, today: ConvoyDay, families: int, items: Iterable[str] = tuple(_LOADED)
) -> None:
    """Stock for so many families, on to the desk."""
    for item_id in items:
        each, together = _LOADED[item_id]
        count = max(2, round(each * families * 1_000 / together))
        _move(store, today, item_id, MovementKind.LOADED, Quantity(count * together))


def lose_some(store: Store, today: ConvoyDay) -> None:
    """What a road and a long day do to stock."""
    one = Quantity(1_000)
    _move(store, today, "food-box", MovementKind.DAMAGED, one, "تمزقت عند التنزيل")
    _move(store, today, "infant-milk", MovementKind.EXPIRED, one, "انتهى تاريخ الصلاحية")


def _move(
    store: Store,
    today: ConvoyDay,
    item_id: str,
    kind: MovementKind,
    quantity: Quantity,
    reason: str = "",
) -> None:
    record_movement(
        store,
        NewMovement(
            today.convoy_id, item_id, kind, quantity, today.day, today.desk_id, reason=reason
        ),
    )
