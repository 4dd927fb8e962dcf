"""HR keeps the organisation's own prompts: a sheet out and in, faults, a trial, a release."""

import io
import zipfile
from collections.abc import Callable

import pytest
from openpyxl import Workbook, load_workbook
from sqlmodel import select

from bot.callbacks.content import DeskPage, SettleDraft, ShowDesk
from bot.sheet.layout import LARGEST, PROMPTS, TEXTS
from coaching.content import LANGUAGES
from coaching.rules.access import Role
from storage.conversation import Position
from storage.practice import Practice, PracticeNote, PromptRelease
from tests.bot.dialogue import Office, Someone

NAME = "own-d1-debrief-1"
SETTINGS = {
    "evidence": "Debriefs: d = 0.67 over 61 samples (meta-analysis)",
    "source": "Keiser & Arthur 2021",
    "tags": "questions",
}


async def sheet(hanna: Someone) -> Workbook:
    """Get the sheet by the command and its button."""
    await hanna.says("/content")
    await hanna.presses("Get the spreadsheet")
    media = hanna.message.media
    assert media is not None
    assert media.file.name.endswith(".xlsx")
    return load_workbook(io.BytesIO(media.file.content))


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def column(book: Workbook, name: str, title: str) -> int:
    return next(cell.column for cell in book[name][1] if cell.value == title)


def put(book: Workbook, key: str, **cells: str | int | None) -> int:
    """Write into the row of a text or prompt; return its number."""
    name = TEXTS if "/" in key else PROMPTS
    row = next(row[0].row for row in book[name].iter_rows() if row[0].value == key)
    for title, value in cells.items():
        book[name].cell(row, column(book, name, title)).value = value
    return row


def fill_in(book: Workbook) -> None:
    """Write a whole prompt into an empty form."""
    put(book, NAME, **SETTINGS)
    for part in ("text", "questions.1", "questions.2", "questions.3", "why"):
        said = {code: f"{code} {part.replace('.', ' ')} now?" for code in LANGUAGES}
        put(book, f"{NAME}/{part}", **said)


async def sends(hanna: Someone, content: bytes, name: str = "prompts.xlsx") -> None:
    hanna.office.telegram.send_document(hanna.user_id, name, content)
    await hanna.office.settled()


async def releases_one(hanna: Someone) -> None:
    book = await sheet(hanna)
    fill_in(book)
    await sends(hanna, saved(book))
    await hanna.presses("Release")


async def test_a_prompt_goes_out_in_and_is_released(office: Office, hanna: Someone) -> None:
    book = await sheet(hanna)
    titles = [cell.value for cell in book[TEXTS][2]]
    assert titles == [
        "Key", "Part", "English", "Suomi", "Svenska", "Bahasa Indonesia", "Note", "At most",
        "Translation older than its original",
    ]  # fmt: skip
    assert book["Help"].cell(1, 2).value == 0
    fill_in(book)
    await sends(hanna, saved(book))
    assert "Waits to be released as number 1" in hanna.screen
    assert f"new: {NAME}" in hanna.screen
    await hanna.presses("Release")
    assert hanna.toast == "Released"
    assert f"Release 1 of Monday 12 January: {NAME}" in hanna.screen
    again = await sheet(hanna)
    await sends(hanna, saved(again))
    assert "Nothing in the sheet differs from release 1." in hanna.screen


async def test_every_fault_is_told_with_its_row(office: Office, hanna: Someone) -> None:
    book = await sheet(hanna)
    fill_in(book)
    wrong = put(book, NAME, level=7, evidence="evidence x")
    dots = put(book, f"{NAME}/text", fi="Katso ...", sv=None)
    order = put(book, f"{NAME}/why", en="Remember always to smile.")
    await sends(hanna, saved(book))
    for said in (
        f"Prompts, row {wrong}, {NAME}, Level: “7” is not possible here. Write one of these: 1, 2",
        f"Prompts, row {wrong}, {NAME}, Evidence: This says nothing that could be looked up.",
        f"Texts, row {dots}, {NAME}, text, Suomi: Three dots in a row",
        f"Texts, row {dots}, {NAME}, text, Svenska: This is missing or empty.",
        f"Texts, row {order}, {NAME}, why, English: “remember always” shames",
        "Nothing was taken over.",
    ):
        assert said in hanna.screen
    async with office.programme.database.read() as session:
        assert (await session.exec(select(PromptRelease))).all() == []


async def test_the_difference_is_told_in_words_and_an_older_translation_is_marked(
    hanna: Someone,
) -> None:
    await releases_one(hanna)
    book = await sheet(hanna)
    put(book, f"{NAME}/why", en="A new why now?")
    put(book, NAME, level=2)
    await sends(hanna, saved(book))
    assert f"changed: {NAME}, now version 2" in hanna.screen
    assert "why (English): “en why now?” → “A new why now?”" in hanna.screen
    assert "Level: “1” → “2”" in hanna.screen
    await hanna.presses("Release")
    assert f"{NAME}/why" in hanna.screen
    book = await sheet(hanna)
    older = column(book, TEXTS, "older")
    row = put(book, f"{NAME}/why")
    assert book[TEXTS].cell(row, older).value == "fi, id, sv"
    put(book, f"{NAME}/why", fi="Uusi miksi nyt?", older="id, sv")
    await sends(hanna, saved(book))
    await hanna.presses("Release")
    book = await sheet(hanna)
    assert book[TEXTS].cell(row, older).value == "id, sv"
    put(book, f"{NAME}/why", older=None)
    await sends(hanna, saved(book))
    assert f"mark emptied, the translation fits: {NAME}/why (Bahasa Indonesia, Svenska)" in (
        hanna.screen
    )
    await hanna.presses("Release")
    assert "older than" not in hanna.screen


async def test_a_change_late_in_a_long_text_is_seen_in_the_difference(hanna: Someone) -> None:
    await releases_one(hanna)
    for new in ("heard", "seen"):
        book = await sheet(hanna)
        put(book, f"{NAME}/why", en="It helps to look back at the day. " * 6 + f"To be {new}.")
        await sends(hanna, saved(book))
        await hanna.presses("Release") if new == "heard" else None
    assert "To be heard.” → “[…]" in hanna.screen
    assert "To be seen.”" in hanna.screen


async def test_a_sheet_without_a_difference_leaves_nothing_to_release(
    office: Office, hanna: Someone
) -> None:
    empty = await sheet(hanna)
    await sends(hanna, saved(empty))
    assert "There is no prompt in the sheet yet." in hanna.screen
    assert hanna.buttons == ["Get the spreadsheet"]
    fill_in(empty)
    await sends(hanna, saved(empty))
    assert "Another draft" not in hanna.screen
    put(empty, NAME, level=3)
    await sends(hanna, saved(empty))
    assert "Another draft was waiting to be released. This sheet has taken its place." in (
        hanna.screen
    )
    await sends(hanna, saved(await sheet(hanna)))
    assert "The draft that was waiting to be released is discarded." in hanna.screen


async def test_a_slip_in_the_word_for_customer_is_told_with_what_was_meant(hanna: Someone) -> None:
    book = await sheet(hanna)
    fill_in(book)
    row = put(book, f"{NAME}/questions.2", en="What did the {custommer} and {} say?")
    await sends(hanna, saved(book))
    told = f"Texts, row {row}, {NAME}, question 2, English: “custommer” in braces is no form"
    assert told in hanna.screen
    assert "{customer}" in hanna.screen


async def test_a_question_that_one_language_lacks_is_told_at_its_row(hanna: Someone) -> None:
    book = await sheet(hanna)
    fill_in(book)
    row = put(book, f"{NAME}/questions.2", fi=None)
    await sends(hanna, saved(book))
    assert (
        f"Texts, row {row}, {NAME}, question 2, Suomi: This is missing or empty." in hanna.screen
    )
    assert "To mend: 1" in hanna.screen


async def test_a_cell_of_any_length_is_told_in_one_message(hanna: Someone) -> None:
    book = await sheet(hanna)
    fill_in(book)
    put(book, NAME, level="x" * 5000, seconds="y" * 5000)
    book[TEXTS].append(["own-" + "z" * 5000, None, "A text"])
    book[TEXTS].append([None, None, "A text without a key"])
    book[PROMPTS].append(["own-d1-plan-" + "1" * 5000, "D1", "plan", 1])
    await sends(hanna, saved(book))
    assert f"“{'x' * 60} […]” is not possible here" in hanna.screen
    assert ", Key: This is missing or empty." in hanna.screen


async def test_a_prompt_twice_is_told_once(hanna: Someone) -> None:
    book = await sheet(hanna)
    fill_in(book)
    book[PROMPTS].append([cell.value for cell in book[PROMPTS][put(book, NAME)]])
    await sends(hanna, saved(book))
    assert (
        f"Prompts, row {book[PROMPTS].max_row}, {NAME}: “{NAME}” is there twice." in hanna.screen
    )
    assert "To mend: 1" in hanna.screen


async def test_an_old_sheet_is_told_together_with_its_faults(hanna: Someone) -> None:
    first = await sheet(hanna)
    await releases_one(hanna)
    fill_in(first)
    put(first, NAME, level=7)
    put(first, f"{NAME}/why", en="=1+1")
    await sends(hanna, saved(first))
    for told in ("made from release 0", "“7” is not possible here", "There is a formula"):
        assert told in hanna.screen


async def test_lists_may_have_semicolons_and_cells_stay_text(hanna: Someone) -> None:
    book = await sheet(hanna)
    days = book[PROMPTS].cell(put(book, "own-d1-plan-1"), column(book, PROMPTS, "follow_ups"))
    assert days.number_format == "@"
    fill_in(book)
    put(book, NAME, roles="desk; field", tags="questions;listening")
    await sends(hanna, saved(book))
    await hanna.presses("Release")
    book = await sheet(hanna)
    cells = [book[PROMPTS].cell(put(book, NAME), n).value for n in (5, 7)]
    assert cells == ["desk, field", "questions, listening"]


async def test_the_help_sheet_says_what_everything_means(hanna: Someone) -> None:
    book = await sheet(hanna)
    said = "\n".join(str(cell.value) for row in book["Help"].iter_rows() for cell in row)
    for part in (
        "D1 = Listening", "two halves, each with the blank …", "desk = At a desk",
        "2 = to do something", "{asiakkaalle}", "what was found",
    ):  # fmt: skip
        assert part in said
    assert [cell.value for cell in book[PROMPTS][2]][:4] == ["Id", "Theme", "Format", "Level"]


async def test_a_picture_from_hr_is_answered_with_what_is_taken(hanna: Someone) -> None:
    await hanna.sends_photo()
    assert "the spreadsheet of /content sent as a file" in hanna.screen


async def test_questions_follow_their_keys_however_the_rows_are_sorted(hanna: Someone) -> None:
    await releases_one(hanna)
    book = await sheet(hanna)
    first, second = (put(book, f"{NAME}/questions.{n}") for n in (1, 2))
    book[TEXTS].cell(first, 1).value = f"{NAME}/questions.2"
    book[TEXTS].cell(second, 1).value = f"{NAME}/questions.1"
    await sends(hanna, saved(book))
    told = "question 1 (English): “en questions 1 now?” → “en questions 2 now?”"
    assert told in hanna.screen


async def test_it_is_tried_as_a_talk_and_nothing_is_kept(office: Office, hanna: Someone) -> None:
    book = await sheet(hanna)
    fill_in(book)
    await sends(hanna, saved(book))
    await hanna.presses("Try it")
    assert "neither kept nor counted" in hanna.screen
    assert "en text now?" in hanna.screen
    assert "en questions 1 now?" in hanna.screen
    await hanna.says("He waited for an hour")
    assert "en questions 2 now?" in hanna.screen
    await hanna.presses(next(each for each in hanna.buttons if each.startswith("Why")))
    assert "en why now?" in hanna.screen
    await hanna.presses("Back")
    assert "en questions 2 now?" in hanna.screen
    await hanna.says("1")
    await hanna.says("1")
    assert "en questions 3 now?" in hanna.screen
    assert "He waited" not in hanna.screen
    async with office.programme.database.read() as session:
        for table in (Practice, PracticeNote):
            assert (await session.exec(select(table))).all() == []
        positions = (await session.exec(select(Position))).all()
        assert not any("waited" in row.data for row in positions)
        held = await session.exec(select(PromptRelease))
        assert [row.number for row in held] == [None]
    await hanna.presses("Back")
    await hanna.presses("Discard")
    assert hanna.toast == "Discarded"
    assert "There are none yet." in hanna.screen


async def test_a_sheet_of_an_older_release_is_refused(hanna: Someone) -> None:
    first = await sheet(hanna)
    await releases_one(hanna)
    fill_in(first)
    await sends(hanna, saved(first))
    assert "made from release 0, and by now there is release 1" in hanna.screen


async def test_an_old_button_releases_nothing(office: Office, hanna: Someone) -> None:
    await releases_one(hanna)
    await hanna.forges(SettleDraft(1, 1))
    assert hanna.toast.startswith("This draft waits no more")
    async with office.programme.database.read() as session:
        assert len((await session.exec(select(PromptRelease))).all()) == 1


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b" " * (64 << 20))
    return out.getvalue()


def damaged() -> bytes:
    """Return an archive whose packed bytes cannot be unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", bytes(range(256)) * 8)
    content = bytearray(out.getvalue())
    content[50:60] = b"\xff" * 10
    return bytes(content)


def other_book() -> bytes:
    book = Workbook()
    book.worksheets[0]["A1"] = "something"
    return saved(book)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (lambda: b"no sheet at all", "not the spreadsheet that I sent"),
        (lambda: b"PK\x03\x04 broken", "not the spreadsheet that I sent"),
        (other_book, "not the spreadsheet that I sent"),
        (damaged, "not the spreadsheet that I sent"),
        (bomb, "The file is too big"),
        (lambda: b"x" * (LARGEST + 1), "The file is too big: I take up to 1 MB"),
    ],
)
async def test_a_hostile_or_broken_file_gets_an_answer(
    hanna: Someone, content: Callable[[], bytes], told: str
) -> None:
    await sends(hanna, content())
    assert told in hanna.screen


async def test_a_formula_and_unknown_keys_are_told(hanna: Someone) -> None:
    book = await sheet(hanna)
    fill_in(book)
    row = put(book, f"{NAME}/why", en='=HYPERLINK("x")')
    last = book[TEXTS].max_row + 1
    book[TEXTS].append(["own-d1-debrief-1/moral", None, "A text"])
    book[TEXTS].append(["own-d1-plan-9/why", None, "Another text"])
    await sends(hanna, saved(book))
    assert f"Texts, row {row}: There is a formula." in hanna.screen
    assert f"Texts, row {last}: I do not know the key own-d1-debrief-1/moral." in hanna.screen
    assert f"Texts, row {last + 1}, own-d1-plan-9: There are texts of this prompt" in hanna.screen


async def test_nobody_but_hr_can_hand_in_a_sheet(
    office: Office, hanna: Someone, ana: Someone
) -> None:
    book = await sheet(hanna)
    fill_in(book)
    await sends(ana, saved(book))
    assert "only understand text" in ana.screen
    await ana.forges(ShowDesk(DeskPage.SHEET))
    assert ana.toast.startswith("That is not for your role.")
    lead = await office.member("Leo", await office.programme.team("Phone"), Role.LEAD)
    await sends(lead, saved(book))
    async with office.programme.database.read() as session:
        assert (await session.exec(select(PromptRelease))).all() == []
