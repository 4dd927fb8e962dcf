"""What Telegram says when it refuses a call: one function for each sentence."""

from dataclasses import dataclass

JsonObject = dict[str, object]


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of the Bot API: the HTTP status and the JSON body."""

    status: int
    body: JsonObject


class RefusedError(Exception):
    """A call that Telegram turns down, with the HTTP status and its description."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters

    def reply(self) -> Reply:
        """Return the error envelope."""
        body: JsonObject = {
            "ok": False,
            "error_code": self.status,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return Reply(self.status, body)


def bad_request(reason: str) -> RefusedError:
    """The request itself is wrong."""
    return RefusedError(400, f"Bad Request: {reason}")


def unauthorized() -> RefusedError:
    """The token is not this bot's."""
    return RefusedError(401, "Unauthorized")


def bot_blocked() -> RefusedError:
    """The person has blocked the bot."""
    return RefusedError(403, "Forbidden: bot was blocked by the user")


def not_started() -> RefusedError:
    """The person has not pressed Start yet."""
    return RefusedError(403, "Forbidden: bot can't initiate conversation with a user")


def no_such_method() -> RefusedError:
    """The Bot API has no method of this name (or the sandbox leaves it out)."""
    return RefusedError(404, "Not Found: method not found")


def no_such_file() -> RefusedError:
    """There is nothing to download at this path."""
    return RefusedError(404, "Not Found")


def second_poller() -> RefusedError:
    """A newer getUpdates took over from this one."""
    return RefusedError(
        409,
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    )


def webhook_active() -> RefusedError:
    """A webhook takes the updates."""
    return RefusedError(
        409,
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    )


def too_many(retry_after: int) -> RefusedError:
    """The bot sends faster than Telegram allows."""
    return RefusedError(
        429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after
    )


def migrated(chat_id: int) -> RefusedError:
    """The group became a supergroup, which has another id."""
    description = "Bad Request: group chat was upgraded to a supergroup chat"
    return RefusedError(400, description, migrate_to_chat_id=chat_id)


def server_error() -> RefusedError:
    """Telegram itself is in trouble."""
    return RefusedError(500, "Internal Server Error")


def not_modified() -> RefusedError:
    """An edit that changes nothing."""
    return bad_request(
        "message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )


def query_too_old() -> RefusedError:
    """A callback query that nobody made, or that was answered already."""
    return bad_request("query is too old and response timeout expired or query ID is invalid")
