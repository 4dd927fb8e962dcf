"""The coaching content: instrument and prompt library as data files in three languages."""

from coaching.content.load import ContentError, load_instrument, load_prompts
from coaching.content.schema import (
    LANGUAGES,
    Instrument,
    Item,
    ItemTexts,
    Language,
    Prompt,
    PromptTexts,
    RoleProfile,
)

__all__ = [
    "LANGUAGES",
    "ContentError",
    "Instrument",
    "Item",
    "ItemTexts",
    "Language",
    "Prompt",
    "PromptTexts",
    "RoleProfile",
    "load_instrument",
    "load_prompts",
]
