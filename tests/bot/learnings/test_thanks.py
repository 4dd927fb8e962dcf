"""The champion's thanks: for a learning, at most once a month, for everybody to see."""

from coaching.rules.calendar import Weekday
from tests.bot.dialogue import Office, Someone
from tests.bot.own_data.test_record import known

TEXT = "I asked first, and it did not work out."


async def to_thank(hanna: Someone) -> None:
    await hanna.says("/theme")
    await hanna.presses("Thank for a learning")


async def test_thanks_stand_on_the_card_for_everybody(
    office: Office, ana: Someone, hanna: Someone
) -> None:
    await to_thank(hanna)
    assert hanna.screen == "Nobody has shared a learning yet."
    await office.programme.shares(await known(office, ana), TEXT)
    await to_thank(hanna)
    assert "By Ana, Desk" in hanna.screen
    await hanna.presses("Thank for this one")
    assert "Our champion of customer experience thanks for this." in hanna.screen
    assert "Thank for this one" not in hanna.buttons
    await ana.says("/learnings")
    assert "Our champion of customer experience thanks for this." in ana.screen


async def test_once_a_month(office: Office, ana: Someone, hanna: Someone) -> None:
    for n in range(2):
        await office.programme.shares(await known(office, ana), f"{TEXT} {n}")
    await to_thank(hanna)
    press = hanna.button("Thank for this one").data or ""
    await hanna.presses("Thank for this one")
    await hanna.presses("Next")
    assert "The next are possible from 1 February 2026." in hanna.screen
    assert "Thank for this one" not in hanna.buttons
    await hanna.forges(press.replace(":2:", ":1:"))
    assert hanna.toast == "This month has had its thanks already."
    await office.wind(3, Weekday.MON, "09:00")
    await to_thank(hanna)
    await hanna.presses("Next")
    await hanna.presses("Thank for this one")
    assert "Our champion of customer experience thanks for this." in hanna.screen


async def test_who_shared_without_a_name_is_not_named(
    office: Office, ana: Someone, hanna: Someone
) -> None:
    viewer = await known(office, ana)
    await office.programme.shares(viewer, TEXT, named=False)
    await to_thank(hanna)
    assert "Ana" not in hanna.screen
    assert "Desk" not in hanna.screen
    await hanna.presses("Thank for this one")
    bo = await office.member("Bo", await office.programme.team("Phone"))
    await bo.says("/learnings")
    assert "Our champion of customer experience thanks for this." in bo.screen
    assert "Ana" not in bo.screen


async def test_withdrawn_there_is_nothing_to_thank_for(
    office: Office, ana: Someone, hanna: Someone
) -> None:
    await office.programme.shares(await known(office, ana), TEXT)
    await to_thank(hanna)
    press = hanna.button("Thank for this one").data or ""
    await ana.says("/learnings")
    await ana.presses("Withdraw")
    await hanna.forges(press)
    assert hanna.toast == "I did not find that."
