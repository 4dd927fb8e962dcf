"""What the peers show: a screen as large as the one that our bot shows after a rating."""

TOKEN = "42:" + "measured" * 4
TOAST = "Kept."
BUTTONS = {"Change Listening": "item:0:D1", "Change Empathy": "item:0:D2"}


def text_for(data: str) -> str:
    """Return the screen's text, another one after each press."""
    answers = f"Listening: <b>3</b>\nEmpathy: <b>{data}</b>"
    return (
        f"<b>Thank you, this week's check-in is complete.</b>\n\n{answers}\n\n"
        "You can change an answer until Sunday 18 January 23:59."
    )
