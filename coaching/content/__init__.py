"""The coaching content: instrument and prompt library as data files in three languages."""

from coaching.content.load import (
    ContentError,
    load_guides,
    load_instrument,
    load_prompts,
    load_rewards,
    load_series,
    read_own_prompts,
)
from coaching.content.schema import (
    LANGUAGES,
    Guide,
    Instrument,
    Item,
    ItemTexts,
    Language,
    Prompt,
    PromptTexts,
    Series,
)
from coaching.content.words import CustomerWord, spoken

__all__ = [
    "LANGUAGES",
    "ContentError",
    "CustomerWord",
    "Guide",
    "Instrument",
    "Item",
    "ItemTexts",
    "Language",
    "Prompt",
    "PromptTexts",
    "Series",
    "load_guides",
    "load_instrument",
    "load_prompts",
    "load_rewards",
    "load_series",
    "read_own_prompts",
    "spoken",
]
