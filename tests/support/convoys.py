"""A small convoy to hand over at: one village, one campaign, two items, a stocked desk."""

from dataclasses import dataclass
from datetime import date

from app.db.store import Store
from app.db.tables import AidItem, Campaign, Convoy, EntitlementRule, StockMovement
from app.domain.quantity import Quantity
from app.services.day import ConvoyDay, choose_day
from app.services.registration import Consent, NewHousehold, NewMember, register_household

VILLAGE = "EG260101"
BOX, BLANKET = "test-box", "test-blanket"
BOX_RULE, BLANKET_RULE = "rule-box", "rule-blanket"


@dataclass(frozen=True)
class SmallConvoy:
    """The convoy day and a family of two who may receive one box and two blankets."""

    today: ConvoyDay
    household_id: str
    person_ids: tuple[str, ...]


def small_convoy(store: Store, *, boxes: int = 100, blankets: int = 100) -> SmallConvoy:
    """Makes the convoy, loads its stock on this desk, chooses it and registers a family."""
    convoy_id = store.new_id()
    with store.write() as session:
        session.add(AidItem(id=BOX, code=901, name_ar="كرتونة", name_en="Box", unit="box"))
        session.add(AidItem(id=BLANKET, code=902, name_ar="بطانية", name_en="Blanket"))
        session.add(Campaign(id="campaign", name="إيد واحدة"))
        for rule_id, item_id, quantity in ((BOX_RULE, BOX, 1000), (BLANKET_RULE, BLANKET, 2000)):
            session.add(
                EntitlementRule(
                    id=rule_id, campaign_id="campaign", item_id=item_id, quantity=quantity
                )
            )
        session.add(
            Convoy(
                id=convoy_id,
                name="قافلة سوهاج",
                starts_on="2025-11-22",
                villages=frozenset({VILLAGE}),
                campaigns=frozenset({"campaign"}),
            )
        )
    today = choose_day(store, convoy_id, date(2025, 11, 22))
    with store.write() as session:
        for item_id, count in ((BOX, boxes), (BLANKET, blankets)):
            session.add(
                StockMovement(
                    id=store.new_id(),
                    convoy_id=convoy_id,
                    desk_id=today.desk_id,
                    item_id=item_id,
                    kind="loaded",
                    quantity=Quantity(count * 1000),
                    day=today.day,
                    at=store.sources.now(),
                )
            )
    family = register_household(
        store,
        NewHousehold(
            village_id=VILLAGE,
            members=(
                NewMember(name="سعيد أحمد عبدالحميد", relationship="head", sex="male"),
                NewMember(name="منى علي حسن", relationship="wife", sex="female"),
            ),
            consent=Consent(),
        ),
    )
    return SmallConvoy(today, family.household_id, family.person_ids)
