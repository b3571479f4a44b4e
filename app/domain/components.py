"""Connected components: from pairs that are one, to groups that are one."""

from collections.abc import Iterable


def canonical_of(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For every id in a pair, the smallest id that it is connected to: so A→B here and B→A there
    cannot make a loop."""
    parent: dict[str, str] = {}

    def root(one: str) -> str:
        parent.setdefault(one, one)
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for first, second in pairs:
        smaller, larger = sorted((root(first), root(second)))
        parent[larger] = smaller
    return {one: root(one) for one in parent}
