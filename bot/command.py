"""The commands: who has which, and in which order the menu shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from coaching.people.identity import Viewer
from coaching.rules.access import Action, may


@dataclass(frozen=True, slots=True)
class Command:
    """A command, in the menu of those to whom the action is open; without an action in nobody's.

    Menus show the lowest rank first.
    """

    name: str
    action: Action | None = None
    rank: int = 0
    needs_points: bool = False
    needs_shifts: bool = False

    def is_for(self, viewer: Viewer) -> bool:
        """Tell whether the person has the command."""
        return (
            self.action is not None
            and may(viewer.standing, self.action)
            and (viewer.points_used or not self.needs_points)
            and (viewer.in_shifts or not self.needs_shifts)
        )


def commands_for(viewer: Viewer, commands: Iterable[Command]) -> list[Command]:
    """Return the commands that the person has, as the menu shows them."""
    return sorted((c for c in commands if c.is_for(viewer)), key=lambda command: command.rank)
