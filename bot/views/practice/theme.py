"""What all prompts follow, on HR's screen: theme, Why, the word for customer."""

from bot.callbacks.learnings import ShowCardToThank
from bot.callbacks.practice import AskWhy, SetTheme, SetWord, ShowTheme, ThemePage
from bot.i18n import Translator, lines
from bot.screen import Button, Screen
from bot.views.checkin.week import title
from coaching.content import KNOWN, CustomerWord, spoken
from coaching.practice.theme import WHY_LIMIT, Steering
from coaching.rules.instrument import Dimension


def theme(shown: Steering, page: ThemePage, languages: tuple[str, ...], t: Translator) -> Screen:
    """Show a page of what all prompts follow."""
    if page is ThemePage.THEME:
        rows = [[Button(title(d, t), SetTheme(d))] for d in Dimension]
        rows.append([Button(t.plain("theme.none"), SetTheme(None))])
        return Screen(t("theme.choose"), [*rows, _back(t)])
    if page is ThemePage.WORD:
        words = [[Button(_word(word, t), SetWord(word))] for word in CustomerWord]
        return Screen(t("theme.word"), [*words, _back(t)])
    return _all(shown, languages, t)


def ask_why(language: str, t: Translator) -> Screen:
    """Ask for the organisation's Why in a language."""
    return Screen(t("theme.ask_why", language=KNOWN[language].name, limit=WHY_LIMIT))


def _all(shown: Steering, languages: tuple[str, ...], t: Translator) -> Screen:
    whys = lines(
        t(
            "theme.why",
            language=KNOWN[language].name,
            why=shown.why.get(language) or t.plain("theme.not_written"),
        )
        for language in languages
    )
    text: str = t(
        "theme.all",
        theme=title(shown.theme, t) if shown.theme else t.plain("theme.none"),
        word=_word(shown.word, t),
        whys=whys,
    )
    if shown.flagged:
        text = f"{text}\n\n{t('theme.flagged', prompts=', '.join(shown.flagged))}"
    rows = [
        [Button(t.plain("theme.change_theme"), ShowTheme(ThemePage.THEME))],
        [Button(t.plain("theme.change_word"), ShowTheme(ThemePage.WORD))],
        *(
            [Button(t.plain("theme.write", language=KNOWN[code].name), AskWhy(code))]
            for code in languages
        ),
        [Button(t.plain("thanks.open"), ShowCardToThank(0))],
    ]
    return Screen(text, rows)


def _word(word: CustomerWord, t: Translator) -> str:
    return spoken(f"{{{KNOWN[t.language].customer}}}", t.language, word)


def _back(t: Translator) -> list[Button]:
    return [Button(t.plain("back"), ShowTheme(ThemePage.ALL))]
