"""All settings, from `CXCOACH_*` variables or a `.env` file; the README lists them from here."""

import re
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.trouble import Trouble
from storage.database import Database, database_url, sqlite_file
from storage.database.addresses import NEITHER

ENV_FILE = ".env"
PREFIX = "CXCOACH_"
ERASED = Path("cxcoach-erased")
TELEGRAM = "https://api.telegram.org/bot"
TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")


def known_zone(name: str) -> str:
    """Return the name of a time zone; ValueError unless the time zone data have it."""
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        raise ValueError("the time zone data have no such zone") from None
    return name


def shaped_like_a_token(text: str) -> str:
    """Return the token; ValueError, without its words, unless BotFather could have made it."""
    if not TOKEN.fullmatch(text):
        raise ValueError("it does not look like a token from BotFather (12345:letters)")
    return text


def _secret_token(secret: SecretStr) -> SecretStr:
    return SecretStr(shaped_like_a_token(secret.get_secret_value().strip()))


def _our_kind_of_database(url: str) -> str:
    try:
        database_url(url)
    except ValueError:
        raise
    except Exception:  # noqa: BLE001 - the library raises many kinds; each means the same here
        raise ValueError(NEITHER) from None
    return url


def _base_url(url: str) -> str:
    if not url.startswith(("http://", "https://")) or not url.endswith("/bot"):
        raise ValueError("it must start with http:// or https:// and end in /bot")
    return url


class Settings(BaseSettings):
    """What an installation can set; everything but the token has a default."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
    )

    telegram_token: Annotated[SecretStr, AfterValidator(_secret_token)] | None = Field(
        default=None, description="The bot's token from BotFather."
    )
    telegram_base_url: Annotated[str, AfterValidator(_base_url)] = Field(
        default=TELEGRAM, description="The Bot API server, ending in `/bot`."
    )
    database_url: Annotated[str, AfterValidator(_our_kind_of_database)] = Field(
        default="sqlite:///cxcoach.db",
        description="`sqlite:///FILE` or `postgresql://USER:PASSWORD@HOST/NAME`.",
    )
    erased_list: Path | None = Field(
        default=None,
        description="The list of whom to erase again from a restored copy; as a rule it lies"
        " beside a SQLite file, or is `cxcoach-erased` in the folder of `run`.",
    )
    timezone: Annotated[str, AfterValidator(known_zone)] | None = Field(
        default=None, description="The programme's IANA time zone, as `cxcoach init` wrote it."
    )
    privacy_contact: Annotated[str, Field(max_length=200)] | None = Field(
        default=None, description="The data protection officer, as `/privacy` names them."
    )
    log_level: Annotated[str, Field(pattern="^(debug|info|warning|error)$")] = Field(
        default="info", description="How much is logged: debug, info, warning or error."
    )
    messages_per_second: Annotated[float, Field(ge=0, allow_inf_nan=False)] = Field(
        default=30, description="How many new messages go out in a second; 0 sets no limit."
    )

    def database(self) -> Database:
        """Return the database that the settings name; nothing is connected yet."""
        beside = sqlite_file(database_url(self.database_url)) is not None
        return Database(self.database_url, self.erased_list or (None if beside else ERASED))


def read_settings() -> tuple[Settings, list[str]]:
    """Return the settings, with what is wrong in them; a wrong one has its default."""
    try:
        try:
            return Settings(), []
        except ValidationError as error:
            wrong = {str(each["loc"][0]): each["msg"] for each in error.errors()}
        defaults = {name: Settings.model_fields[name].default for name in wrong}
        return Settings(**defaults), [_in_words(*item) for item in wrong.items()]
    except (OSError, UnicodeError):
        raise Trouble(
            f"The file {ENV_FILE} cannot be read.", "See that it is yours and plain text in UTF-8."
        ) from None


def load_settings() -> Settings:
    """Return the settings; Trouble if any of them is wrong."""
    settings, wrong = read_settings()
    if wrong:
        raise Trouble("; ".join(wrong) + ".", f"Correct it in {ENV_FILE} or the environment.")
    return settings


def _in_words(field: str, message: str) -> str:
    reason = message.removeprefix("Value error, ")
    return f"{PREFIX}{field.upper()} is wrong: {reason}"
