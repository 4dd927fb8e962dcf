"""Who lives in the sandbox: an organisation with two units, six teams and 48 people in them."""

import random
from dataclasses import dataclass

ORGANISATION = "Koivuranta"
COUNTRY = "FI"
TIMEZONE = "Europe/Helsinki"
UNITS = {
    "Citizen services": ("Service desk", "Phone service", "Online help"),
    "Home care": ("Home care north", "Home care south", "Night team"),
}
TEAM_SIZE = 8  # a lead and seven members
PEOPLE = TEAM_SIZE * sum(len(teams) for teams in UNITS.values())
FIRST_USER_ID = 1001

FIRST_NAMES = (
    *("Aino", "Eero", "Helmi", "Ilmari", "Kaisa", "Lauri", "Maija", "Niilo"),
    *("Oona", "Pekka", "Saara", "Toivo", "Ulla", "Veikko", "Anni", "Eino"),
    *("Astrid", "Björn", "Cecilia", "Erik", "Frida", "Gunnar", "Hanna", "Ingrid"),
    *("Johan", "Karin", "Linnea", "Magnus", "Nina", "Oskar", "Petra", "Rasmus"),
    *("Amal", "Bilal", "Chloe", "Daniel", "Elena", "Farid", "Grace", "Hugo"),
    *("Irina", "Jakub", "Kofi", "Leila", "Mai", "Noah", "Olga", "Priya"),
)
LANGUAGES = ("fi", "fi", "sv", "en")


@dataclass(frozen=True, slots=True)
class Character:
    """Somebody's name, place and habits; the shares are between 0 and 1."""

    user_id: int
    name: str
    language: str
    unit: str
    team: str
    leads: bool
    diligence: float
    level: float


def hr_user_id() -> int:
    """Return the Telegram id of the HR person."""
    return FIRST_USER_ID - 1


def characters(seed: int) -> list[Character]:
    """Return the 48 people, the same ones for the same seed."""
    lot = random.Random(f"cast {seed}")  # noqa: S311 - a play, not a secret
    places = [(unit, team) for unit, teams in UNITS.items() for team in teams]
    people = []
    for number, name in enumerate(FIRST_NAMES):
        unit, team = places[number // TEAM_SIZE]
        people.append(
            Character(
                user_id=FIRST_USER_ID + number,
                name=name,
                language=lot.choice(LANGUAGES),
                unit=unit,
                team=team,
                leads=number % TEAM_SIZE == 0,
                diligence=lot.uniform(0.3, 0.9),
                level=lot.uniform(2.2, 4.4),
            )
        )
    return people
