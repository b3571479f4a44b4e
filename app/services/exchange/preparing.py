"""The lines of a file made ready to be appended, wherever there is a core for it."""

from typing import Any

from app.db.incoming import Incoming, incoming
from app.domain.journal.heads import Piece, pieces
from app.sync.change_line import MalformedLine, from_lines

Plain = tuple[list[tuple[Any, ...]], tuple[Any, ...]]
"""Pieces and what is appended, as plain values."""


def prepare(block: bytes) -> Plain | None:
    """What the lines hold, every hash computed; None where one is no change."""
    try:
        changes = from_lines(block)
    except MalformedLine:
        return None
    return [tuple(piece) for piece in pieces(changes)], tuple(incoming(changes))


def prepared(plain: Plain) -> tuple[list[Piece], Incoming]:
    """What `prepare` found, by its names again."""
    chain, arriving = plain
    return [Piece(*piece) for piece in chain], Incoming(*arriving)
