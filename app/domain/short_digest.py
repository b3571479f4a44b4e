"""A file's digest in a form that two people can compare aloud."""

_SHOWN = 16
_GROUP = 4


def short_digest(digest: str) -> str:
    """The first 64 bits of a SHA-256 in hex, in groups of four: 217a 6747 4d90 40bb."""
    shown = digest[:_SHOWN]
    return " ".join(shown[at : at + _GROUP] for at in range(0, len(shown), _GROUP))
