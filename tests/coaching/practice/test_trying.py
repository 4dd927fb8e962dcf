"""Trying a prompt of a draft: each format comes to its end, and nothing is left of it."""

import pytest
from sqlmodel import select

from coaching.content.written import written_in_toml
from coaching.practice.desk import HandedIn, hand_in
from coaching.practice.records import NO_LABELS
from coaching.practice.trying import QUESTION_TRIAL, Trial, answer_trial_typed, try_prompt
from coaching.rules.formats import WRITTEN, PromptFormat
from coaching.rules.scripts import AGREED, Asks
from storage import conversation
from storage.practice import Practice
from tests.coaching.content.test_content_rules import prompt_toml
from tests.organisation import Programme


async def types(programme: Programme, said: str) -> Trial:
    """Answer what is tried, as it stands in the conversation."""
    async with programme.database.read() as session:
        position = await conversation.where(session, programme.hanna.person_id)
    assert position is not None
    assert position[0] == QUESTION_TRIAL
    args = programme.database, programme.hanna
    return await answer_trial_typed(*args, position[1], said, NO_LABELS)


@pytest.mark.parametrize("prompt_format", WRITTEN)
async def test_each_format_is_tried_to_its_end(
    programme: Programme, prompt_format: PromptFormat
) -> None:
    toml = prompt_toml(prompt_format).replace('id = "d1', 'id = "own-d1')
    args = programme.database, programme.hanna
    handed_in = await hand_in(*args, written_in_toml(toml), 0, {}, programme.now)
    assert isinstance(handed_in, HandedIn)
    assert handed_in.desk.draft is not None
    trial = await try_prompt(*args, handed_in.desk.draft.id, 0, again=True)
    seen = set()
    for _ in range(8):
        step = trial.offer.step
        if step is None or trial.offer.asks_to_share:
            break
        seen.add(step.asks)
        if step.asks in (Asks.PLAN, Asks.CHANGE):
            trial = await types(programme, "When somebody waits, I greet them first")
            assert trial.offer.plan == "When somebody waits, I greet them first"
            assert trial.offer.step is not None
            assert trial.offer.step.asks is Asks.AGREED
        else:
            trial = await types(programme, "1")
    assert trial.offer.step is None or trial.offer.asks_to_share
    if prompt_format is PromptFormat.PLAN:
        assert seen == {Asks.PLAN, Asks.AGREED}
        assert trial.offer.notes[-1].code == AGREED
    if prompt_format is PromptFormat.TRY:
        trial = await types(programme, "They smiled")
        assert trial.offer.notes[0].text == "They smiled"
    async with programme.database.read() as session:
        assert (await session.exec(select(Practice))).all() == []
        position = await conversation.where(session, programme.hanna.person_id)
    assert position is None or "greet" not in str(position[1])
