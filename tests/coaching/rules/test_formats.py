from coaching.rules.formats import COMPLETES, WAYS_OUT, Outcome, is_open


def test_only_what_was_practised_counts() -> None:
    assert COMPLETES.isdisjoint({Outcome.NOT_YET, Outcome.NOT_RELEVANT, Outcome.TOO_MUCH})
    assert {Outcome.DONE, Outcome.DID_NOT_FIT, Outcome.DID_NOT_KNOW, Outcome.HEARD} <= COMPLETES


def test_a_prompt_is_open_until_it_is_answered_or_left() -> None:
    assert is_open(None)
    assert is_open(Outcome.NOT_YET)
    assert not any(is_open(outcome) for outcome in (*COMPLETES, *WAYS_OUT))
