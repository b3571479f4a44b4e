"""What is asked for when a laptop is prepared."""

from dataclasses import dataclass

from app.domain.permissions import Role


@dataclass(frozen=True)
class TeamMember:
    """Someone who will work at the laptop: a person on file (`user_id`, or else the one of that
    name), or a new one. Without a `role` they keep the one they have; new people get the
    laptop's."""

    name: str = ""
    role: Role | None = None
    user_id: str | None = None


@dataclass(frozen=True)
class Assignment:
    """The households that a desk serves: of villages (ids or names), of a range of numbers, of
    first letters of the head's name, whichever are set; with none, all. `walk_ins`: those of no
    desk, too."""

    villages: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    number_from: str = ""
    number_to: str = ""
    walk_ins: bool = False


@dataclass(frozen=True)
class DeskOrder:
    """The laptop's desk: one that was planned (`desk_id`, or else of that name), or a new one;
    without a name it is called as the laptop is. Without `serves` a planned desk keeps its own."""

    name: str = ""
    desk_id: str | None = None
    serves: Assignment | None = None


@dataclass(frozen=True)
class Order:
    """A laptop to prepare: its name, what it may do at most, the villages whose people it gets
    (ids or names; with none, those of the convoy), its convoy and desk, whose it is (id or name),
    and who works on it: `team`, or one person called `user_name` (else as the laptop) with the
    laptop's role."""

    device_name: str
    role: Role
    villages: tuple[str, ...] = ()
    convoy_id: str | None = None
    user_name: str = ""
    team: tuple[TeamMember, ...] = ()
    desk: DeskOrder = DeskOrder()
    organisation: str = ""

    @property
    def people(self) -> tuple[TeamMember, ...]:
        """The team, never empty."""
        alone = self.user_name.strip() or self.device_name.strip()
        return self.team or (TeamMember(alone),)
