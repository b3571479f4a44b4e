"""What rules speak of, read once for a campaign's form, and a rule's sentence from it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.services.campaigns import RuleForm, rule_of
from app.services.catalogue import CategoryLine, Item, categories, initiatives, items
from app.services.named import Named
from app.services.places import Places, places
from app.words.catalog import Words
from app.words.named import name_of
from app.words.places import place_name
from app.words.rules import RuleNames, rule_sentence

if TYPE_CHECKING:
    from app.db.store import Store


@dataclass(frozen=True)
class Offered:
    """The records that a campaign's form offers or names; those out of use are only named."""

    initiatives: tuple[Named, ...]
    items: tuple[Item, ...]
    categories: tuple[CategoryLine, ...]
    places: Places = field(repr=False)


def load_offered(store: "Store") -> Offered:
    """Everything by its names."""
    return Offered(
        initiatives(store), items(store, unused=True), categories(store, unused=True), places(store)
    )


def sentence_of(words: Words, rule: RuleForm, offered: Offered) -> str:
    """The rule as people say it; an id that has not arrived here stands for itself."""
    known = {one.id: one for one in offered.items}
    reasons = {one.id: name_of(words, one) for one in offered.categories}
    known_places = offered.places.gazetteer.places
    item = known.get(rule.item_id)
    names = RuleNames(
        item=name_of(words, item) if item else rule.item_id,
        unit=item.unit if item else "",
        villages=tuple(
            place_name(words, known_places[code]) if code in known_places else code
            for code in sorted(rule.villages)
        ),
        categories=tuple(sorted(reasons.get(one, one) for one in rule.categories)),
        excluded_by=tuple(
            sorted(name_of(words, known[one]) if one in known else one for one in rule.excluded_by)
        ),
    )
    return rule_sentence(words, rule_of(rule), names)
