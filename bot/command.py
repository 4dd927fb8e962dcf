"""The commands: who has which, and in which order the menu shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from coaching.people.identity import Viewer
from coaching.rules.access import Action, Role, may


@dataclass(frozen=True, slots=True)
class Command:
    """A command, in the menu of those to whom the action is open; without an action in nobody's.

    Menus show the lowest rank first, and only what is `first` for a role; /help lists all.
    """

    name: str
    action: Action | None = None
    rank: int = 0
    first: frozenset[Role] = frozenset()
    needs_points: bool = False
    needs_shifts: bool = False
    needs_stories: bool = False

    def is_for(self, viewer: Viewer) -> bool:
        """Tell whether the person has the command."""
        return (
            self.action is not None
            and may(viewer.standing, self.action)
            and (viewer.points_used or not self.needs_points)
            and (viewer.in_shifts or not self.needs_shifts)
            and (viewer.stories_used or not self.needs_stories)
        )


def commands_for(viewer: Viewer, commands: Iterable[Command]) -> list[Command]:
    """Return the commands that the person has, in the order of the menu."""
    return sorted((c for c in commands if c.is_for(viewer)), key=lambda command: command.rank)


def menu_for(viewer: Viewer, commands: Iterable[Command]) -> list[Command]:
    """Return what the menu shows: the first commands of each role; for who left, all they have."""
    roles = viewer.standing.roles
    theirs = commands_for(viewer, commands)
    return [command for command in theirs if not roles or command.first & roles]
