"""Trouble that whoever runs the bot can mend: one line that says what, and how to mend it."""


class Trouble(Exception):  # noqa: N818 - it is what the person at the keyboard has
    """Something outside the program is not as it must be; its words never hold the token."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(f"{what} {mend}")
        self.what = what
        self.mend = mend

    def __str__(self) -> str:
        return " ".join(f"{self.what} {self.mend}".split())


class AwayTrouble(Trouble):
    """A server cannot be reached now, and may be soon."""
