"""The coaching content: instrument, prompt library and languages as data files."""

from coaching.content.languages import FALLBACK, KNOWN, LANGUAGES, Language
from coaching.content.load import (
    ContentError,
    load_examples,
    load_guides,
    load_instrument,
    load_prompts,
    load_rewards,
    load_series,
    load_stories,
)
from coaching.content.prompt import Prompt, PromptTexts
from coaching.content.schema import (
    Guide,
    Instrument,
    Item,
    ItemTexts,
    Series,
)
from coaching.content.words import CustomerWord, spoken

__all__ = [
    "FALLBACK",
    "KNOWN",
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
    "load_examples",
    "load_guides",
    "load_instrument",
    "load_prompts",
    "load_rewards",
    "load_series",
    "load_stories",
    "spoken",
]
