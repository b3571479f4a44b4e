"""What people and laptops are trusted with, in words."""

from typing import Final

from app.domain.permissions import Role
from app.words.catalog import Marked, Words, marked

ROLES: Final[dict[Role, Marked]] = {
    Role.VOLUNTEER: marked("Role", "volunteer"),
    Role.CLINIC: marked("Role", "clinic"),
    Role.STOREKEEPER: marked("Role", "storekeeper"),
    Role.SUPERVISOR: marked("Role", "supervisor"),
    Role.COORDINATOR: marked("Role", "coordinator"),
}

MAY: Final[dict[Role, Marked]] = {
    Role.VOLUNTEER: marked("Role", "Registers families, hands over, takes back their own."),
    Role.CLINIC: marked("Role", "As a volunteer, in the clinic."),
    Role.STOREKEEPER: marked("Role", "Moves stock, and hands nothing over."),
    Role.SUPERVISOR: marked("Role", "Both, voids any hand-over, and decides hard cases."),
    Role.COORDINATOR: marked("Role", "Everything, also laptops and people."),
}


def role_text(words: Words, role: Role) -> str:
    """The role's name."""
    return words.of(ROLES[role])
