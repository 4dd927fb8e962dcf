import hashlib

import pytest

from coaching.content import (
    KNOWN,
    LANGUAGES,
    checks,
    load_guides,
    load_instrument,
    load_prompts,
    load_series,
    spoken,
)
from coaching.rules.formats import PromptFormat
from coaching.rules.instrument import Dimension

WORDINGS = {
    ("1", "en"): "5946085dd4011124",
    ("1", "fi"): "5c054c15d59d08ae",
    ("1", "sv"): "166c38c86bc4f63a",
    ("2", "en"): "0b09579bb084f8c5",
    ("2", "fi"): "6f8a54d775c0d20e",
    ("2", "sv"): "7e6e80779d87ca73",
    ("2", "id"): "297a21fac9ca8d7d",
}
NEVER_PROMISED = ("anonym", "anonyym", "anonim")


def test_the_library_has_no_empty_cell_and_no_fault() -> None:
    assert len(load_prompts()) >= 91 + 40
    assert list(checks.empty_cells(load_prompts())) == []
    assert list(checks.faults(load_prompts())) == []
    assert list(checks.hard_to_read(load_prompts())) == []


def test_every_dimension_has_ten_minutes_for_a_meeting() -> None:
    guides = load_guides()
    assert list(guides) == list(Dimension)
    assert list(checks.faults_of_guides(guides.values())) == []


def test_public_criticism_and_upset_people_are_met_in_every_dimension_but_learning() -> None:
    hard = {"public criticism", "upset", "saying no", "obstacles"}
    for dimension in set(Dimension) - {Dimension.LEARNING}:
        stretch = [p for p in load_prompts() if p.dimension is dimension and p.level == 3]
        assert any(hard & set(prompt.tags) for prompt in stretch), dimension


def test_what_is_known_of_an_exercise_is_said_of_that_exercise() -> None:
    prompts = load_prompts()
    assert len({prompt.evidence for prompt in prompts}) >= 30
    for prompt in prompts:
        assert prompt.source, prompt.id
    sources = {
        prompt.evidence: {p.source for p in prompts if p.evidence == prompt.evidence}
        for prompt in prompts
    }
    assert all(len(named) == 1 for named in sources.values())


def test_a_series_for_leads_asks_nobody_else_for_anything() -> None:
    prompts = {prompt.id: prompt for prompt in load_prompts()}
    for series in load_series():
        roles = {role for part in series.prompts for role in prompts[part].roles}
        assert (roles == {"lead"}) is series.leads, series.id
    assert any(series.leads for series in load_series())


@pytest.mark.parametrize(
    "tag",
    [
        "queues",
        "waiting",
        "phone",
        "chat",
        "email",
        "video",
        "digital help",
        "interpreter",
        "appeal",
        "threat",
        "agencies",
        "own mistake",
        "accessibility",
        "minors",
        "bereavement",
        "decisions",
        "home visits",
        "school",
        "library",
        "inspection",
        "leads",
    ],
)
def test_what_public_service_really_meets_is_there(tag: str) -> None:
    assert any(tag in prompt.tags for prompt in load_prompts())


def test_no_blank_is_followed_by_words_that_assume_its_grammar() -> None:
    for prompt in load_prompts():
        if prompt.format in (PromptFormat.PLAN, PromptFormat.WHY):
            for texts in prompt.texts.values():
                assert all(each.endswith("…") for each in texts.questions), prompt.id
                assert all(each.count("…") == 1 for each in texts.questions), prompt.id


def test_no_common_prompt_takes_an_own_id() -> None:
    assert not [p.id for p in load_prompts() if p.id.startswith("own-")]


def test_every_series_has_three_to_five_parts_and_a_challenge_ends_with_a_share() -> None:
    prompts = {prompt.id: prompt for prompt in load_prompts()}
    for series in load_series():
        assert 3 <= len(set(series.prompts)) == len(series.prompts) <= 5
        last = prompts[series.prompts[-1]].format
        assert (last is PromptFormat.SHARE) is series.challenge
    workshop = next(each for each in load_series() if each.id == "empathy_map")
    formats = [prompts[part].format for part in workshop.prompts]
    assert formats == [PromptFormat.VIEW] * 4 + [PromptFormat.ASK]


@pytest.mark.parametrize("dimension", Dimension)
@pytest.mark.parametrize("role", ["desk", "field", "lead", "backoffice"])
def test_every_role_finds_a_first_and_a_second_step(dimension: Dimension, role: str) -> None:
    levels = {p.level for p in load_prompts() if p.dimension is dimension and role in p.roles}
    assert levels >= {1, 2}


def test_the_library_is_read_once_and_in_the_order_of_dimensions() -> None:
    assert load_prompts() is load_prompts()
    dimensions = [p.dimension for p in load_prompts()]
    assert dimensions == sorted(dimensions)


def test_every_ask_offers_an_answer_that_all_is_well() -> None:
    asks = [p for p in load_prompts() if p.format is PromptFormat.ASK]
    assert asks
    assert all(next(iter(p.texts["en"].choices or ())) == "suits" for p in asks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_items_read_as_easily_as_prompts(language: str) -> None:
    whys = [item.texts[language].why for item in load_instrument().items]
    assert checks.words_a_sentence(whys) <= KNOWN[language].words_a_sentence


@pytest.mark.parametrize(
    ("language", "promise"),
    [
        ("en", "not shown to others."),
        ("fi", "ei näytetä muille."),
        ("sv", "visas inte för andra."),
        ("id", "tidak diperlihatkan kepada orang lain."),
    ],
)
def test_every_why_says_who_sees_the_answer(language: str, promise: str) -> None:
    for prompt in load_prompts():
        shared = prompt.format is PromptFormat.SHARE
        assert prompt.texts[language].why.endswith(promise) is not shared, prompt.id
    for item in load_instrument().items:
        assert promise in item.texts[language].why, item.dimension


def test_the_instrument_has_six_items_in_every_language() -> None:
    instrument = load_instrument()
    assert instrument.version == "2"
    assert [item.dimension for item in instrument.items] == list(Dimension)
    fairness = instrument.item(Dimension.FAIRNESS).texts
    assert [fairness[language].title for language in LANGUAGES] == [
        "Fairness and access",
        "Yhdenvertaisuus",
        "Likvärdighet",
        "Kesetaraan",
    ]
    assert fairness["en"].anchors[1] == "I offered another way if the {customer} asked for it."
    assert fairness["fi"].anchors[1] == "Tarjosin muuta tapaa, jos {asiakas} pyysi sitä."
    assert fairness["sv"].anchors[1] == "Jag erbjöd ett annat sätt om {kunden} bad om det."
    assert fairness["id"].anchors[1] == "Saya menawarkan cara lain kalau {pelanggan} memintanya."


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_wording_is_a_new_version(language: str) -> None:
    """Add a row for a new version; never change one: its answers were given to that wording."""
    instrument = load_instrument()
    words = [
        (
            item.dimension.value,
            item.texts[language].title,
            [spoken(anchor, language, "customer") for anchor in item.texts[language].anchors],
        )
        for item in instrument.items
    ]
    digest = hashlib.sha256(repr(words).encode()).hexdigest()[:16]
    assert digest == WORDINGS[instrument.version, language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_instrument_tells_what_happens_to_answers(language: str) -> None:
    deleted = {"en": "deleted", "fi": "poistetaan", "sv": "raderas", "id": "dihapus"}[language]
    for item in load_instrument().items:
        why = item.texts[language].why
        assert deleted in why
        assert not [word for word in NEVER_PROMISED if word in why.lower()]
