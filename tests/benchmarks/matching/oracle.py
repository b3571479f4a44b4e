"""Splink 5 over the same register, with a model that knows of families, trained in the run.

It is given what it needs, ready made: folded names, their parts and skeletons, dates, keys; making
those is not counted for it. As with the scorer, the father's line is one comparison, phone and
village another, and own names must agree for a pair to be compared.
"""

import logging
import time
from typing import Any

import pandas as pd
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink import comparison_level_library as level
from splink import comparison_library as library

from app.domain.matching.facts import prepare
from app.domain.names import part_skeleton
from tests.support.people.pairs import facts_of
from tests.support.people.writing import Entry

_LEAST_WEIGHT = -6
_SAMPLED = 2_000_000
_OWN_AGREES = "(l.own_skeleton = r.own_skeleton OR jaro_winkler_similarity(l.own, r.own) >= 0.83)"


def table_of(entries: list[Entry]) -> pd.DataFrame:
    """The register as Splink gets it."""
    return pd.DataFrame([_row(entry) for entry in entries])


def _row(entry: Entry) -> dict[str, Any]:
    person = prepare(facts_of(entry))
    fathers = [*person.fathers, "", "", ""]
    born = person.born or person.born_by_id
    day = next((one.day for one in (person.born_by_id, person.born) if one and one.whole), None)
    return {
        "unique_id": entry.id,
        "own": person.own,
        "own_skeleton": part_skeleton(person.own),
        "father": fathers[0] or None,
        "father_skeleton": part_skeleton(fathers[0]) or None,
        "grandfather_skeleton": part_skeleton(fathers[1]) or None,
        "line": " ".join(person.fathers) or None,
        "parts": len(person.fathers),
        "sex": person.sex,
        "birth_day": day.isoformat() if day else None,
        "birth_year": born.day.year if born else None,
        "document": person.document or None,
        "phone": person.phone or None,
        "village": person.village,
    }


def _settings() -> SettingsCreator:
    return SettingsCreator(
        "dedupe_only",
        comparisons=[_own(), _line(), _birth(), _contact(), _document(), library.ExactMatch("sex")],
        blocking_rules_to_generate_predictions=[
            block_on("document"),
            block_on("phone", "own_skeleton"),
            block_on("village", "own_skeleton", "father_skeleton"),
            block_on("village", "own_skeleton", "birth_year"),
            "l.village = r.village AND l.father_skeleton = r.father_skeleton AND "
            "l.grandfather_skeleton = r.grandfather_skeleton AND l.birth_year = r.birth_year AND "
            + _OWN_AGREES,
            block_on("birth_day", "own_skeleton"),
        ],
        retain_matching_columns=False,
    )


def _own() -> library.CustomComparison:
    return library.CustomComparison(
        [
            level.ExactMatchLevel("own", term_frequency_adjustments=True),
            level.CustomLevel("own_skeleton_l = own_skeleton_r"),
            level.JaroWinklerLevel("own", 0.92),
            level.JaroWinklerLevel("own", 0.83),
            level.ElseLevel(),
        ],
        output_column_name="own",
    )


def _line() -> library.CustomComparison:
    begins = "(starts_with(line_l, line_r) OR starts_with(line_r, line_l))"
    return library.CustomComparison(
        [
            level.NullLevel("line"),
            level.CustomLevel("line_l = line_r AND parts_l >= 3"),
            level.CustomLevel(f"{begins} AND least(parts_l, parts_r) >= 2"),
            level.CustomLevel("jaro_winkler_similarity(line_l, line_r) >= 0.95"),
            level.CustomLevel(begins),
            level.CustomLevel("father_skeleton_l = father_skeleton_r"),
            level.CustomLevel("jaro_winkler_similarity(line_l, line_r) >= 0.85"),
            level.ElseLevel(),
        ],
        output_column_name="line",
    )


def _birth() -> library.CustomComparison:
    return library.CustomComparison(
        [
            level.NullLevel("birth_year"),
            level.ExactMatchLevel("birth_day"),
            level.CustomLevel("birth_year_l = birth_year_r"),
            level.CustomLevel("abs(birth_year_l - birth_year_r) <= 1"),
            level.CustomLevel("abs(birth_year_l - birth_year_r) <= 2"),
            level.ElseLevel(),
        ],
        output_column_name="birth",
    )


def _contact() -> library.CustomComparison:
    return library.CustomComparison(
        [
            level.CustomLevel("phone_l = phone_r AND village_l = village_r"),
            level.CustomLevel("phone_l = phone_r"),
            level.CustomLevel(
                "village_l = village_r AND damerau_levenshtein(phone_l, phone_r) <= 1"
            ),
            level.CustomLevel("village_l = village_r AND (phone_l IS NULL OR phone_r IS NULL)"),
            level.CustomLevel("village_l = village_r"),
            level.ElseLevel(),
        ],
        output_column_name="contact",
    )


def _document() -> library.CustomComparison:
    return library.CustomComparison(
        [
            level.NullLevel("document"),
            level.ExactMatchLevel("document"),
            level.DamerauLevenshteinLevel("document", 1),
            level.DamerauLevenshteinLevel("document", 2),
            level.ElseLevel(),
        ],
        output_column_name="document",
    )


def trained(table: pd.DataFrame) -> tuple[Linker, DuckDBAPI]:
    """The model, trained on the register without being told the truth."""
    database = DuckDBAPI()
    linker = Linker(database.register(table), _settings(), log_level=logging.ERROR)
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("document"), block_on("own", "line", "village")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=_SAMPLED, seed=1)
    for rule in (
        block_on("document"),
        block_on("own", "line"),
        block_on("phone", "own_skeleton"),
    ):
        training.estimate_parameters_using_expectation_maximisation(rule)
    return linker, database


def dedupe(table: pd.DataFrame) -> tuple[list[tuple[str, str, int]], dict[str, float]]:
    """Pairs with their weights (in hundredths), and the seconds of training and in all."""
    start = time.perf_counter()
    linker, _ = trained(table)
    ready = time.perf_counter()
    found = linker.inference.predict(threshold_match_weight=_LEAST_WEIGHT).as_pandas_dataframe()
    seconds = {"training": ready - start, "all": time.perf_counter() - start}
    return _pairs(found), seconds


def link_new(table: pd.DataFrame, new: int) -> dict[str, float]:
    """The last `new` rows against all others, with a model that exists: seconds of loading the
    others, and in all."""
    model, _ = trained(table)
    settings = model.misc.save_model_to_json()
    start = time.perf_counter()
    database = DuckDBAPI()
    known = database.register(table.head(len(table) - new), dataset_display_name="known")
    late = database.register(table.tail(new), dataset_display_name="late")
    linker = Linker(known, settings, log_level=logging.ERROR)
    linker.table_management.compute_tf_table("own")
    loaded = time.perf_counter()
    found = linker.inference.predict_between(
        late, known, threshold_match_weight=_LEAST_WEIGHT
    ).as_pandas_dataframe()
    done = time.perf_counter()
    return {"loading": loaded - start, "all": done - start, "pairs": float(len(found))}


def _pairs(found: pd.DataFrame) -> list[tuple[str, str, int]]:
    rows = zip(found["unique_id_l"], found["unique_id_r"], found["match_weight"], strict=True)
    return [(min(one, two), max(one, two), round(100 * weight)) for one, two, weight in rows]
