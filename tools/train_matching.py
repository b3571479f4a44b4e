"""Trains `resources/data/matching_points.csv` anew: what each degree of agreement is worth.

    python -m tools.train_matching [PEOPLE [SEED]]

Splink (development only) is given every pair of a made-up register that the app would compare, each
with the degrees that the app's own comparison found, and learns by expectation maximisation how
often each degree is met among pairs of one person (m) and of two people (u). It is not told which
pairs are which. It starts from the table as it stands, so a second run shows whether it stands
still. Points are log2 m/u in hundredths; what is bounded, and why, stands in `docs/matching.md`.
"""

import csv
import logging
import sys
from collections.abc import Mapping, Sequence
from math import log2
from typing import Any

import pandas as pd
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink.comparison_level_library import CustomLevel, ElseLevel
from splink.comparison_library import CustomComparison

from app.config import resource_path
from app.db.reference import known_names, matching_points
from app.domain.matching.levels import COMPARISONS
from app.domain.matching.points import BANDS, BASE
from tests.support.people.pairs import Compared, compared_pairs
from tests.support.people.register import register_with_duplicates

PEOPLE, SEED = 300_000, 11

_TABLE = resource_path("data/matching_points.csv")
_NOT_COMPARED = "missing"
_BOUNDS = (-1200, 1500)
_MOST = {"kin": 900, "sex": 0}
_AT_MOST_AS = {("own_name", "near"): "spelling", ("own_name", "swapped"): "spelling"}
_SET = {("own_name", "apart"): -600}
_RAREST = 1e-6

Row = dict[str, str]


def main(people: int = PEOPLE, seed: int = SEED) -> None:
    """Train and write."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    register = register_with_duplicates(people, seed)
    pairs = compared_pairs(register, known_names(), matching_points())
    model = _trained(pairs, {(row["comparison"], row["level"]): row for row in table})
    points: dict[tuple[str, str], int] = {}
    for row in table:
        _fill(row, model, points)
    with _TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(table[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    print(f"{len(register.entries):,} entries, {len(pairs):,} pairs compared")


def _fill(
    row: Row,
    model: Mapping[tuple[str, str], tuple[float, float]],
    points: dict[tuple[str, str], int],
) -> None:
    """The row with what was learnt; the bounds are those of `docs/matching.md`."""
    at = name, _ = row["comparison"], row["level"]
    if name == BANDS:
        return
    if at in model:
        m, u = model[at]
        row["m"], row["u"] = f"{m:.3g}", f"{u:.3g}"
        learnt = round(100 * log2(max(m, _RAREST) / max(u, _RAREST)))
        if name != BASE:
            learnt = max(_BOUNDS[0], min(learnt, _MOST.get(name, _BOUNDS[1])))
        row["points"] = str(learnt)
    if at in _AT_MOST_AS:
        row["points"] = str(min(int(row["points"]), points[name, _AT_MOST_AS[at]]))
    if at in _SET:
        row["points"] = str(_SET[at])
    points[at] = int(row["points"])


def _trained(
    pairs: Sequence[Compared], table: Mapping[tuple[str, str], Row]
) -> dict[tuple[str, str], tuple[float, float]]:
    """m and u of every degree, and of BASE: one pair, and the other pairs of those compared."""
    rows = _degrees(pairs)
    met = {
        name: sorted(set(column))
        for name, column in zip(COMPARISONS, zip(*rows, strict=True), strict=True)
    }
    left = pd.DataFrame(rows, columns=list(COMPARISONS))
    left.insert(0, "pair", range(len(rows)))
    left.insert(0, "unique_id", range(len(rows)))
    database = DuckDBAPI()
    # Every pair is one row on either side: what is compared is what the app's comparison found.
    sides = [database.register(left, dataset_display_name=side) for side in ("one", "other")]
    base = float(table[BASE, "pair"]["m"])
    settings = SettingsCreator(
        "link_only",
        comparisons=[_comparison(name, met[name], table) for name in COMPARISONS],
        blocking_rules_to_generate_predictions=[block_on("pair")],
        probability_two_random_records_match=base,
        max_iterations=200,
    )
    linker = Linker(sides, settings, log_level=logging.ERROR)
    linker.training.estimate_parameters_using_expectation_maximisation(
        block_on("pair"),
        fix_u_probabilities=False,
        record_sample_proportion=1.0,
        populate_probability_two_random_records_match_from_trained_values=True,
    )
    return _read(linker.misc.save_model_to_json(), met)


def _degrees(pairs: Sequence[Compared]) -> list[list[str]]:
    """The degrees of every pair by name. Each degree is met once more, in a pair that nothing else
    speaks for, so that none of them has never been met."""
    rows = [[level.name.lower() for level in (*pair.levels, pair.kin)] for pair in pairs]
    kinds = [[level.name.lower() for level in kind] for kind in COMPARISONS.values()]
    usual = ["equal", "some", "common", "apart", "place_only", "apart", "equal", "none"]
    for place, names in enumerate(kinds):
        rows += [[*usual[:place], name, *usual[place + 1 :]] for name in names]
    return rows


def _comparison(
    name: str, met: Sequence[str], table: Mapping[tuple[str, str], Row]
) -> CustomComparison:
    levels: list[Any] = []
    if _NOT_COMPARED in met:
        levels.append(CustomLevel(f"{name}_l = '{_NOT_COMPARED}'").configure(is_null_level=True))
    compared = [level for level in met if level != _NOT_COMPARED]
    total = {at: sum(_start(table[name, level], at) for level in compared) for at in "mu"}
    for level in compared:
        last = level == compared[-1]
        sql = ElseLevel() if last else CustomLevel(f"{name}_l = '{level}'")
        start = table[name, level]
        levels.append(
            sql.configure(
                m_probability=_start(start, "m") / total["m"],
                u_probability=_start(start, "u") / total["u"],
            )
        )
    return CustomComparison(levels, output_column_name=name)


def _start(row: Row, column: str) -> float:
    return max(float(row[column] or 0), _RAREST)


def _read(
    model: Mapping[str, Any], met: Mapping[str, Sequence[str]]
) -> dict[tuple[str, str], tuple[float, float]]:
    one = model["probability_two_random_records_match"]
    found = {(BASE, "pair"): (one, 1 - one)}
    for comparison in model["comparisons"]:
        name = comparison["output_column_name"]
        compared = [level for level in met[name] if level != _NOT_COMPARED]
        learnt = [one for one in comparison["comparison_levels"] if not one.get("is_null_level")]
        for level, values in zip(compared, learnt, strict=True):
            found[name, level] = values["m_probability"], values["u_probability"]
    return found


if __name__ == "__main__":
    main(*(int(given) for given in sys.argv[1:]))
