"""The command line: `cxcoach init`, `invite-hr`, `doctor`, `migrate`, `run` and their like."""

import asyncio
import gc
import re
import sys
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot.trouble import Trouble

app = typer.Typer(
    name="cxcoach",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,  # they would print local variables, the token among them
)

content = typer.Typer(help="Check the prompts, and keep your own beside them.")
app.add_typer(content, name="content")

people = typer.Typer(help="See who is where, and end a place in technical administration's name.")
app.add_typer(people, name="people")

WIDE = 120  # the matrix has a column for each format
TOKEN = re.compile(r"\d{5,}(:|%3A)[\w-]{20,}", re.IGNORECASE)

# The commands import what they run: `--help` need not wait for it.
# ruff: noqa: PLC0415


def main() -> None:
    """Run the command line; Trouble of any kind ends here, as one line."""
    try:
        _refuse_stray_token(sys.argv[1:])
        app()
    except Trouble as trouble:
        typer.echo(f"cxcoach: {trouble}", err=True)
        sys.exit(1)


def _refuse_stray_token(arguments: list[str]) -> None:
    """Trouble if a token stands where Typer would print it in a complaint."""
    for before, argument in pairwise(["", *arguments]):
        expected = before == "--token" or argument.startswith("--token=")
        if TOKEN.search(argument) and not expected:
            raise Trouble("A token stands where none is expected.", "Say `init --token TOKEN`.")


@app.callback(invoke_without_command=True)
def cxcoach(
    context: typer.Context,
    *,
    show_version: Annotated[
        bool, typer.Option("--version", help="Show the version and exit.")
    ] = False,
) -> None:
    """Coach public-service staff in customer experience, by a Telegram bot."""
    if show_version:
        typer.echo(f"cxcoach {version('cxcoach')}")
    elif context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command()
def init(
    *,
    token: Annotated[
        str | None,
        typer.Option(
            help="The bot's token. Other users of this machine can see options: rather set "
            "CXCOACH_TELEGRAM_TOKEN, or wait for the question."
        ),
    ] = None,
    organisation: Annotated[str | None, typer.Option(help="The organisation's name.")] = None,
    timezone: Annotated[
        str | None, typer.Option(help="The time zone, for example Europe/Helsinki.")
    ] = None,
    languages: Annotated[
        str | None, typer.Option(help="Codes of its languages, such as en,fi.")
    ] = None,
    points: Annotated[
        bool | None, typer.Option("--points/--no-points", help="Whether teams earn points.")
    ] = None,
    decided_by: Annotated[
        str | None, typer.Option(help="Who decided whether points are used.")
    ] = None,
) -> None:
    """Set up; asks for what no option says."""
    from bot.installation import setup

    setup.init(setup.Given(token, organisation, timezone, languages, points, decided_by))


@app.command()
def invite_hr() -> None:
    """Print a new one-time invite link for an HR person."""
    from bot.installation import setup

    setup.invite_hr()


@app.command()
def doctor() -> None:
    """Check that everything is as it must be."""
    from bot.installation import doctor as doctors

    findings = asyncio.run(doctors.examine())
    Console(markup=False, highlight=False, emoji=False).print(doctors.as_table(findings))
    if any(finding.result is doctors.Result.PROBLEM for finding in findings):
        raise typer.Exit(1)


@app.command()
def trust_clock() -> None:
    """Say that this computer's clock is right, when the bot doubts it."""
    from bot.installation import trusting

    trusting.trust_clock()


@app.command()
def migrate() -> None:
    """Bring the database to this version."""
    from bot.installation import migrating

    migrating.migrate()


@app.command()
def backup(
    folder: Annotated[
        Path | None, typer.Argument(help="Where to; none: beside the database.")
    ] = None,
) -> None:
    """Copy a SQLite database while it is in use; copies of over 35 days are deleted."""
    from bot.installation import backing_up

    backing_up.back_up(folder)


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="A copy that `backup` made.")]) -> None:
    """Put a copy in the place of the database, and say what was lost; the bot must not run."""
    from bot.installation import restoring

    restoring.restore(file)


@app.command()
def deliveries(
    *,
    weeks: Annotated[int, typer.Option(min=1, max=520, help="How many weeks to look back.")] = 4,
) -> None:
    """Print what became of every message, and whether it adds up."""
    from bot.installation import deliveries as accounts

    printed = asyncio.run(accounts.account(weeks))
    screen = Console(markup=False, highlight=False, emoji=False)
    screen.print(accounts.as_table(printed))
    screen.print(accounts.in_a_word(printed))
    if not all(line.adds_up for line in printed):
        raise typer.Exit(1)


@content.command()
def check(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE.toml", help="Own prompts; none: the library.")
    ] = None,
) -> None:
    """Print what the prompts cover and how they read; every fault is named."""
    from bot.installation import contents

    prompts, faults = asyncio.run(contents.examined(file))
    screen = Console(markup=False, highlight=False, emoji=False, width=WIDE)
    screen.print("Prompts at level 1/2/3:")
    screen.print(contents.as_matrix(prompts))
    screen.print(contents.as_reading(prompts))
    for fault in faults:
        screen.print(fault)
    screen.print(f"{len(faults)} faults." if faults else f"{len(prompts)} prompts, no fault.")
    if faults:
        raise typer.Exit(1)


@content.command()
def add(file: Annotated[Path, typer.Argument(metavar="FILE.toml")]) -> None:
    """Release the organisation's own prompts from a file, in place of those of the same id."""
    from bot.installation import contents

    count = asyncio.run(contents.add(file))
    typer.echo(f"{file.name}: {count} prompts are in the library from now on.")


@content.command("list")
def list_files() -> None:
    """List the organisation's own prompts."""
    from bot.installation import contents

    own = asyncio.run(contents.listed())
    for prompt in own.prompts:
        typer.echo(f"{prompt.id}, version {prompt.version}")
    for fault in contents.in_words(own.unserved):
        typer.echo(f"to mend: {fault}")
    released = f"This is release {own.number}." if own.number else ""
    typer.echo(released or "There are no prompts of your own yet.")


@content.command("tags")
def list_tags() -> None:
    """List the tags, with how many prompts bear each."""
    from bot.installation import contents

    for tag, count in contents.tags().items():
        typer.echo(f"{tag}: {count}")


@content.command()
def remove(prompt: Annotated[str, typer.Argument(metavar="ID")]) -> None:
    """Take an own prompt out of the library; who has begun it can end it."""
    from bot.installation import contents

    asyncio.run(contents.remove(prompt))
    typer.echo(f"{prompt} will not come any more.")


@people.command("list")
def list_people(
    part: Annotated[str, typer.Argument(metavar="NAME", help="A name, or a part of it.")],
) -> None:
    """List who is called so, each with the number that `people end` takes."""
    from bot.installation import people as offices

    for line in asyncio.run(offices.listed(part)):
        typer.echo(line)


@people.command("end")
def end_place(number: Annotated[int, typer.Argument(metavar="NUMBER", min=1)]) -> None:
    """End somebody's places at once, also in HR; they are not told."""
    from bot.installation import people as offices

    typer.echo(asyncio.run(offices.end(number)))


@app.command()
def run() -> None:
    """Run the bot until Ctrl-C or SIGTERM."""
    gc.disable()  # what is loaded now is no garbage, and looking takes a fifth of the time
    try:
        from bot.installation import running

        running.run()
    finally:
        gc.enable()


@app.command()
def demo(
    *,
    headless: Annotated[
        bool, typer.Option("--headless", help="Only the time-lapse, without the chat page.")
    ] = False,
    weeks: Annotated[int, typer.Option(min=1, help="How many weeks to live through.")] = 8,
    seed: Annotated[int, typer.Option(help="The same seed gives the same outcome.")] = 1,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help="Write the outcome there.")
    ] = None,
    database: Annotated[
        str | None, typer.Option(metavar="URL", help="An empty database to use.")
    ] = None,
) -> None:
    """Try it on this computer, without Telegram."""
    from bot.sandbox.demo import demo as live_through

    live_through(headless=headless, weeks=weeks, seed=seed, report=report, database=database)
