"""Rewards in the chat: the team chooses in secret, HR approves and hands out."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.callbacks.points import CastVote, HandingStep, HandReward, OfferReward, ShowVote
from coaching.rules.access import Role
from coaching.rules.calendar import Weekday
from storage.points import PointsEntry
from storage.rewards import Ballot, TeamReward
from tests.bot.dialogue import Office, Someone

REST_WEEK = 12


async def the_last_week_begins(office: Office) -> None:
    """Let the weeks before pass in one go: nothing of them matters here."""
    await office.wind(REST_WEEK - 1, Weekday.WED, "12:00")


async def a_quarter_ends(office: Office, team: int, points: int = 800) -> None:
    """Let a team have earned so much when the last week that counts closes."""
    await the_last_week_begins(office)
    async with office.programme.database.write() as session:
        session.add(
            PointsEntry(
                team_id=team,
                week=10,
                component="practised",
                points=points,
                rule_version=1,
                created_at=office.clock.now(),
            )
        )
    await office.live(REST_WEEK, Weekday.TUE, "12:00")


async def kept(office: Office, table: type[Ballot] | type[TeamReward]) -> int:
    async with office.programme.database.read() as session:
        return len((await session.exec(select(table))).all())


@pytest.fixture
async def team(office: Office, desk: int) -> list[Someone]:
    return [await office.member(name, desk) for name in ("Ana", "Bo", "Cia", "Dan", "Eve")]


async def test_the_team_chooses_and_what_most_chose_is_taken(
    office: Office, hanna: Someone, desk: int, team: list[Someone]
) -> None:
    ana, bo, cia, *_ = team
    await the_last_week_begins(office)
    await ana.says("/help")
    await a_quarter_ends(office, desk)
    assert "Choose what our team gets" in ana.buttons, "a message of its own offers it"
    await ana.presses("Choose what our team gets")
    assert "Desk has reached the level Momentum." in ana.screen
    assert "You can vote until the end of Sunday 12 April." in ana.screen
    assert "If several have equally many votes, it is the one that stands higher" in ana.screen
    assert "if nobody has voted, the one at the top" in ana.screen
    assert "Everybody has one vote" in ana.screen
    assert "A visit elsewhere with a question of our own" in ana.buttons
    assert not any("champion" in label for label in ana.buttons), "that takes the third level"
    await ana.presses("A long break together")
    assert "✓ A long break together" in ana.buttons
    await ana.presses("A visit elsewhere with a question of our own")
    assert "✓ A visit elsewhere with a question of our own" in ana.buttons
    assert "✓ A long break together" not in ana.buttons, "one person, one vote"
    for other in (bo, cia):
        await other.says("/points")
        await other.presses("Choose what our team gets")
        assert not any("✓" in label for label in other.buttons), "nobody sees a vote"
    await bo.presses("A visit elsewhere with a question of our own")
    assert await kept(office, Ballot) == 2
    await hanna.says("/rewards")
    assert "the team is choosing" in hanna.screen
    assert "visit" not in hanna.screen
    await cia.says("/points")
    await cia.presses("Choose what our team gets")
    await office.live(REST_WEEK + 1, Weekday.MON, "12:00")
    assert await kept(office, Ballot) == 0, "the ballots are gone"
    assert "The vote is over: Desk gets “A visit elsewhere" in ana.screen
    assert "HR sees to it, by Monday 11 May at the latest." in ana.screen
    await ana.says("/points")
    assert "What the team gets: A visit elsewhere" in ana.screen
    for late in (ShowVote(1), CastVote(1, 1)):
        await cia.forges(late)
        assert "The vote is over: Desk gets “A visit elsewhere" in cia.screen
        assert cia.buttons == []
    assert await kept(office, Ballot) == 0


async def test_hr_approves_and_hands_out(
    office: Office, hanna: Someone, desk: int, team: list[Someone]
) -> None:
    await a_quarter_ends(office, desk)
    await office.live(REST_WEEK + 1, Weekday.MON, "09:30")
    await hanna.says("/rewards")
    assert "Desk, quarter 1\nHalf a day for an idea of our own · by" in hanna.screen
    assert "Something is late" not in hanna.screen
    await hanna.forges(HandReward(1, HandingStep.HAND_OUT))
    assert hanna.toast == "I did not find that.", "not before it is approved"
    await hanna.presses("Approve: Desk, quarter 1")
    await hanna.presses("Handed out: Desk, quarter 1")
    assert "handed out on" in hanna.screen
    await team[0].says("/points")
    assert "What the team got: Half a day for an idea of our own." in team[0].screen


async def test_late_is_said(
    office: Office, hanna: Someone, desk: int, team: list[Someone]
) -> None:
    await a_quarter_ends(office, desk)
    await office.live(REST_WEEK + 1, Weekday.MON, "09:30")
    await office.wind_to(office.clock.now() + timedelta(weeks=5))
    await hanna.says("/rewards")
    assert "late, was due by" in hanna.screen
    assert "Something is late." in hanna.screen


async def test_a_reward_that_costs_needs_a_tax_review(
    office: Office, hanna: Someone, desk: int, team: list[Someone]
) -> None:
    await hanna.says("/rewards")
    await hanna.presses("The catalogue")
    await hanna.presses("A reward of our own")
    await hanna.presses("recognition")
    await hanna.presses("Momentum")
    await hanna.says("Lunch together, 120 €")
    assert "Lunch together" in hanna.screen
    assert "120 € · needs a tax review" in hanna.screen
    await a_quarter_ends(office, desk)
    await team[0].says("/points")
    await team[0].presses("Choose what our team gets")
    await team[0].presses("Lunch together")
    await office.live(REST_WEEK + 1, Weekday.MON, "09:30")
    await hanna.says("/rewards")
    await hanna.forges(HandReward(1, HandingStep.APPROVE))
    assert hanna.toast == "Taxes have to be reviewed first."
    await hanna.presses("Taxes reviewed: Desk, quarter 1")
    await hanna.presses("Approve: Desk, quarter 1")
    await hanna.presses("Handed out: Desk, quarter 1")
    assert "handed out on" in hanna.screen


async def test_the_catalogue_is_hrs(hanna: Someone, desk: int) -> None:
    await hanna.says("/rewards")
    await hanna.presses("The catalogue")
    first, second, third = [name for name in hanna.buttons if name.startswith("No more: ")][:3]
    await hanna.presses(first)
    await hanna.presses(second)
    assert hanna.screen.count("not offered") == 2
    await hanna.presses(third)
    assert hanna.toast.startswith("The last reward of the first level stays")
    await hanna.presses(first.replace("No more", "Again"))
    assert hanna.screen.count("not offered") == 1


async def adds(hanna: Someone, typed: str, level: str = "Momentum") -> None:
    await hanna.says("/rewards")
    for label in ("The catalogue", "A reward of our own", "recognition", level):
        await hanna.presses(label)
    await hanna.says(typed)


async def test_a_long_catalogue_stays_hrs_to_change(hanna: Someone, desk: int) -> None:
    for n in range(30):
        await adds(hanna, f"A rather long reward of which thirty fit on no screen, number {n}th")
    assert "29th" in hanna.screen, "the page on which the new one stands"
    stop = next(label for label in hanna.buttons if label.startswith("No more: A rather"))
    await hanna.presses(stop)
    assert "not offered" in hanna.screen, "the same page"
    await hanna.presses("Back")
    await hanna.presses("The catalogue")
    pages = 1
    while turn := [label for label in hanna.buttons if label.startswith("Next page")]:
        await hanna.presses(turn[0])
        pages += 1
    assert pages > 3


async def test_a_price_is_read_right_or_asked_again(hanna: Someone, desk: int) -> None:
    await adds(hanna, "Trip to Tallinn, 1 200 €")
    assert "Added: Trip to Tallinn (1200 €)." in hanna.screen
    assert "1200 € · needs a tax review" in hanna.screen
    await adds(hanna, "Trip to Turku, 400 kr")
    assert hanna.screen.startswith("I am not sure what that costs, so nothing is kept yet.")
    await hanna.says("Trip to Turku, 12,50 €")
    assert "Added: Trip to Turku (13 €)." in hanna.screen, "the question stayed open"
    await adds(hanna, "A walk together")
    assert "Added: A walk together (costs nothing)." in hanna.screen


async def test_below_the_first_level_there_is_nothing_to_choose(
    office: Office, desk: int, team: list[Someone]
) -> None:
    await a_quarter_ends(office, desk, points=590)
    assert await kept(office, TeamReward) == 0
    await team[0].says("/points")
    assert team[0].buttons == ["Points in words"]


async def test_others_choose_nothing_for_the_team(
    office: Office, hanna: Someone, desk: int, team: list[Someone]
) -> None:
    other = await office.programme.team("Phone")
    zoe = await office.member("Zoe", other)
    lea = await office.member("Lea", desk, Role.LEAD)
    await a_quarter_ends(office, desk)
    await lea.says("/team")
    assert "Choose what our team gets" not in lea.buttons
    for data in (ShowVote(1), CastVote(1, 1)):
        await zoe.forges(data)
        assert zoe.toast == "I did not find that."
        for who in (lea, hanna):
            await who.forges(data)
            assert who.toast.startswith("That is not for your role.")
    await team[0].forges(CastVote(1, 999))
    assert team[0].toast == "I did not find that."
    for hrs in (OfferReward(1, 0), HandReward(1, HandingStep.APPROVE)):
        await team[0].forges(hrs)
        assert team[0].toast.startswith("That is not for your role.")
    assert await kept(office, Ballot) == 0


async def test_nobody_can_read_who_chose_what(
    office: Office, desk: int, team: list[Someone]
) -> None:
    await a_quarter_ends(office, desk)
    await team[0].says("/points")
    await team[0].presses("Choose what our team gets")
    await team[0].presses("A long break together")
    await team[1].says("/mydata")
    assert "your vote" not in team[1].screen
    await team[0].says("/mydata")
    assert "• your vote on what the team gets: 1" in team[0].screen
