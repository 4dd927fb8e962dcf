"""How the sandbox's people join: through the chat, with HR's invites, like everybody else."""

import re
from collections.abc import Awaitable, Callable

from bot.callbacks.base import CallbackData
from bot.callbacks.people import (
    AcceptNotice,
    ConfirmPlaces,
    InviteTo,
    MakeInvite,
    NewTeam,
    NewUnit,
)
from bot.sandbox.bot_api.telegram import LocalTelegram
from bot.sandbox.town.cast import UNITS, Character, hr_user_id
from coaching.rules.access import Role

LINK_TOKEN = re.compile(r"\?start=([\w-]+)")


class Joining:
    """Presses what people press; `settled` waits until the bot has answered."""

    def __init__(self, telegram: LocalTelegram, settled: Callable[[], Awaitable[None]]) -> None:
        self._telegram = telegram
        self._settled = settled

    async def hr(self, token: str, language: str) -> None:
        """Let the HR person join and add the units and teams."""
        self._telegram.add_user(hr_user_id(), "Heidi", language_code=language)
        await self._join(hr_user_id(), token)
        for unit, teams in UNITS.items():
            await self._say(hr_user_id(), "/invite")
            await self._press(hr_user_id(), NewTeam())
            await self._press(hr_user_id(), NewUnit())
            await self._say(hr_user_id(), unit)
            await self._say(hr_user_id(), teams[0])
            for team in teams[1:]:
                await self._say(hr_user_id(), "/invite")
                await self._press(hr_user_id(), NewTeam())
                await self._press_labelled(hr_user_id(), unit)
                await self._say(hr_user_id(), team)

    async def member(self, who: Character) -> None:
        """Let HR make a link for somebody, who then joins with it."""
        await self._say(hr_user_id(), "/invite")
        data = await self._press_labelled(hr_user_id(), f"{who.unit} / {who.team}")
        role = Role.LEAD if who.leads else Role.STAFF
        await self._press(hr_user_id(), MakeInvite(role, InviteTo.parse(data).team_id))
        link = LINK_TOKEN.search(self._shown(hr_user_id()))
        if link is None:
            raise LookupError("HR got no link")
        self._telegram.add_user(who.user_id, who.name, language_code=who.language)
        await self._join(who.user_id, link[1])

    async def confirmed(self, lead: Character) -> None:
        """Let a lead confirm who joined the team, if anybody did."""
        await self._say(lead.user_id, "/confirm")
        message = self._telegram.last_message(lead.user_id)
        if message is None or not message.keyboard:
            return
        data = await self._press_labelled(lead.user_id, lead.team)
        await self._press(lead.user_id, ConfirmPlaces(ConfirmPlaces.parse(data).team_id, 1))

    async def _join(self, user_id: int, token: str) -> None:
        await self._say(user_id, f"/start {token}")
        await self._press(user_id, AcceptNotice())

    async def _say(self, user_id: int, text: str) -> None:
        self._telegram.say(user_id, text)
        await self._settled()

    async def _press(self, user_id: int, wanted: CallbackData) -> None:
        message = self._telegram.last_message(user_id)
        offered = [b.data for row in message.keyboard for b in row] if message else []
        if message is None or wanted.pack() not in offered:
            raise LookupError(
                f"{wanted.pack()} is not offered: {message.text if message else None}"
            )
        self._telegram.press(user_id, message.message_id, wanted.pack())
        await self._settled()

    async def _press_labelled(self, user_id: int, label: str) -> str:
        message = self._telegram.last_message(user_id)
        buttons = [b for row in message.keyboard for b in row] if message else []
        data = next((b.data for b in buttons if b.text == label), None)
        if message is None or data is None:
            raise LookupError(label)
        self._telegram.press(user_id, message.message_id, data)
        await self._settled()
        return data

    def _shown(self, user_id: int) -> str:
        message = self._telegram.last_message(user_id)
        return message.text if message else ""
