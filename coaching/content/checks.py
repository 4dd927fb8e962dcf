"""What `cxcoach content check` finds: empty cells, lengths, tone, and how easily texts read."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from statistics import mean

from coaching.content.entries import FIRST_EMOJI, JOINER, sentences
from coaching.content.faults import Fault, FaultCode
from coaching.content.languages import KNOWN, LANGUAGES
from coaching.content.prompt import Prompt
from coaching.content.schema import Guide
from coaching.content.words import longest
from coaching.rules.formats import PromptFormat
from coaching.rules.instrument import Dimension
from coaching.rules.scripts import BLANK

EVERY_DIMENSION = (
    PromptFormat.PLAN,
    PromptFormat.DEBRIEF,
    PromptFormat.RECALL,
    PromptFormat.VIEW,
    PromptFormat.SCALE,
    PromptFormat.TRY,
)
LEVELS = (1, 2, 3)
AT_LEAST = {PromptFormat.WHY: 3, PromptFormat.SHARE: 3, PromptFormat.GROW: 2}
FEW_WORDS, SOME_WORDS = 5, 8  # in an evidence note, with and without a figure or a kind of study
_FIGURE = re.compile(r"\d")
_NAMES_SOMETHING = re.compile(r"[\d(]")
_SAYS_NOTHING = re.compile(
    r"(studies|research|science|experts|evidence) (show|say|prove|tell)"
    r"|(tutkimukset|tutkimusten mukaan|asiantuntijat) (osoittavat|kertovat|sanovat|tämä|se)"
    r"|(studier|forskning(en)?|experter) (visar|säger|bevisar)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")


_SIGN = f"[{chr(FIRST_EMOJI)}-\ufe0e\ufe10-\U0010ffff]\ufe0f?[\U0001f3fb-\U0001f3ff]?"
_EMOJI = re.compile(f"[\U0001f1e6-\U0001f1ff]{{2}}|{_SIGN}(?:{JOINER}{_SIGN})*")  # flags, others


@dataclass(frozen=True, slots=True)
class Readability:
    """How easily the prompts of a language read: mean words a sentence, share of long words."""

    language: str
    prompts: int
    words_a_sentence: float
    long_words: float


def coverage(prompts: Sequence[Prompt]) -> Counter[tuple[Dimension, PromptFormat, int]]:
    """Count prompts per dimension, format and level; whatever language they speak."""
    return Counter((prompt.dimension, prompt.format, prompt.level) for prompt in prompts)


def empty_cells(prompts: Sequence[Prompt]) -> Iterator[str]:
    """Name what a whole library has and this one lacks."""
    covered = coverage(prompts)
    for dimension in Dimension:
        for prompt_format in EVERY_DIMENSION:
            for level in (1, 2):
                if not covered[dimension, prompt_format, level]:
                    yield f"{dimension}: no {prompt_format} at level {level}"
        if not any(covered[dimension, prompt_format, 3] for prompt_format in PromptFormat):
            yield f"{dimension}: nothing at level 3"
        asks = sum(covered[dimension, PromptFormat.ASK, level] for level in LEVELS)
        if dimension is not Dimension.LEARNING and not asks:
            yield f"{dimension}: no ask"
    for prompt_format, least in AT_LEAST.items():
        here = sum(count for (_, of, _), count in covered.items() if of is prompt_format)
        if here < least:
            yield f"{prompt_format}: {here} of at least {least}"


def faults(prompts: Sequence[Prompt]) -> Iterator[Fault]:
    """Yield everything in the texts that the schema lets through and a reader would mind."""
    for prompt in prompts:
        too_little = says_too_little(prompt.evidence, prompt.source)
        yield from (replace(each, entry=prompt.id) for each in too_little)
        yield from faults_of_texts(prompt)


def faults_of_texts(prompt: Prompt) -> Iterator[Fault]:
    """Yield what a reader would mind in the texts of a prompt."""
    for fault in _other_blanks(prompt):
        yield replace(fault, entry=prompt.id)
    for language, texts in prompt.texts.items():
        for part, text in texts.by_field:
            said = longest(text, language)
            for fault in (*_tone(said, language), *_too_long(said, language)):
                yield replace(fault, entry=prompt.id, part=part)


def says_too_little(evidence: str, source: str | None) -> Iterator[Fault]:
    """Yield that evidence or its source names nothing which could be looked up."""
    words = len(evidence.split())
    least = FEW_WORDS if _NAMES_SOMETHING.search(evidence) else SOME_WORDS
    if words < least or _SAYS_NOTHING.match(evidence):
        said = "its evidence says nothing of the exercise"
        yield Fault(FaultCode.EVIDENCE, said, part="evidence")
    if source is None:
        yield Fault(FaultCode.SOURCE, "no source for its evidence", part="source")
    elif not _FIGURE.search(source) or " " not in source:
        yield Fault(FaultCode.SOURCE, "its source names nobody and no year", part="source")


def faults_of_guides(guides: Iterable[Guide]) -> Iterator[Fault]:
    """Yield the same of the guides for meetings."""
    for guide in guides:
        for language, texts in guide.texts.items():
            for text in (texts.title, *texts.steps):
                said = longest(text, language)
                for fault in (*_tone(said, language), *_too_long(said, language)):
                    yield replace(fault, entry=f"guide {guide.dimension}")


def readability(prompts: Sequence[Prompt], language: str) -> Readability:
    """Return how easily the prompts read in a language."""
    speaking = [prompt.texts[language] for prompt in prompts if language in prompt.texts]
    texts = [longest(text, language) for each in speaking for text in each.read]
    words = [word for text in texts for word in _WORD.findall(text)]
    long = [word for word in words if len(word) > KNOWN[language].long_word]
    share = len(long) / max(len(words), 1)
    return Readability(language, len(speaking), words_a_sentence(texts), share)


def words_a_sentence(texts: Sequence[str]) -> float:
    """Return the mean number of words in a sentence."""
    counts = [len(_WORD.findall(each)) for text in texts for each in sentences(text)]
    return mean(counts) if counts else 0.0


def hard_to_read(prompts: Sequence[Prompt]) -> Iterator[Fault]:
    """Yield the languages whose sentences are too long on average, and where the longest are."""
    for language in LANGUAGES:
        figure = readability(prompts, language).words_a_sentence
        most = KNOWN[language].words_a_sentence
        if figure > most:
            said = f"{figure:.1f} words a sentence, at most {most}"
            data = {"words": round(figure, 1), "most": most}
            speaking = [prompt for prompt in prompts if language in prompt.texts]
            worst = max(speaking, key=lambda each: readability([each], language).words_a_sentence)
            yield Fault(FaultCode.LONG_SENTENCES, said, worst.id, language, data=data)


def _other_blanks(prompt: Prompt) -> Iterator[Fault]:
    """Compare the blanks of the questions between the languages."""
    blanks = {
        language: [question.count(BLANK) for question in texts.questions]
        for language, texts in prompt.texts.items()
        if all(texts.questions)
    }
    if len({tuple(counts) for counts in blanks.values()}) > 1:
        said = "the blanks differ between the languages"
        yield Fault(FaultCode.BLANKS_DIFFER, said, part="questions")


def _tone(text: str, language: str) -> Iterator[Fault]:
    for reason, by_language in _tone_words().items():
        for stem in by_language[language]:
            if re.search(rf"(?<!\w){re.escape(stem)}", text, re.IGNORECASE):
                data = {"word": stem, "reason": reason}
                yield Fault(FaultCode.TONE, f"{reason}: {stem}", language=language, data=data)


def _too_long(text: str, language: str) -> Iterator[Fault]:
    most = KNOWN[language].letters_a_word
    for word in _WORD.findall(text):
        if len(word) > most:
            data = {"word": word, "most": most}
            yield Fault(FaultCode.LONG_WORD, f"a long word: {word}", language=language, data=data)
    emoji = _EMOJI.findall(text)
    if len(emoji) > 1 or (emoji and not text.endswith(emoji[0])):
        yield Fault(FaultCode.EMOJI, "at most one emoji, at the end", language=language)


@cache
def _tone_words() -> Mapping[str, Mapping[str, list[str]]]:
    text = files("coaching.content").joinpath("tone.toml").read_text(encoding="utf-8")
    words: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(text)
    return words
