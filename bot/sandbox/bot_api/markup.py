"""Telegram's text formatting: HTML in, plain text and entities out.

Offsets and lengths count UTF-16 code units, as in the Bot API.
"""

import html
import re
from dataclasses import dataclass

from bot.sandbox.bot_api.refusals import RefusedError, bad_request

TAGS = {
    "b": "bold", "strong": "bold",
    "i": "italic", "em": "italic",
    "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote",
}  # fmt: skip
LITERAL = {"code", "pre", "text_link"}  # nothing is detected inside these
TOKEN = re.compile(r"<[^<>]*>?|[^<]+")
TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s[^<>]*)?)>")
CHARACTER = re.compile(r"&(?:lt|gt|amp|quot|#\d+|#x[0-9A-Fa-f]+);")
HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""")
DETECTED = re.compile(
    r"(?P<url>https?://[^\s<>\"]*[^\s<>\".,;:!?)])"
    r"|(?<![\w/<])(?P<bot_command>/[A-Za-z0-9_]{1,32}(?:@\w+)?)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A stretch of text with a meaning."""

    type: str
    offset: int
    length: int
    url: str | None = None

    def as_json(self) -> dict[str, object]:
        """Return the Bot API's MessageEntity."""
        body: dict[str, object] = {
            "type": self.type,
            "offset": self.offset,
            "length": self.length,
        }
        return body if self.url is None else body | {"url": self.url}


@dataclass(frozen=True, slots=True)
class Formatted:
    """Plain text with its entities."""

    text: str
    entities: tuple[Entity, ...] = ()


def utf16_length(text: str) -> int:
    """Return the length as the Bot API counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def plain(text: str) -> Formatted:
    """Take the text as it stands and detect commands and addresses in it."""
    return Formatted(text, _detected(text, ()))


def from_html(source: str) -> Formatted:
    """Parse Telegram's HTML; a broken or unknown tag is refused."""
    reader = _HtmlReader(source)
    for token in TOKEN.finditer(source):
        if token[0].startswith("<"):
            reader.tag(token[0], token.start())
        else:
            reader.characters(token[0])
    return reader.finish()


class _HtmlReader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._offset = 0
        self._open: list[tuple[str, int, str]] = []
        self._entities: list[Entity] = []

    def characters(self, piece: str) -> None:
        text = CHARACTER.sub(lambda found: html.unescape(found[0]), piece)
        self._parts.append(text)
        self._offset += utf16_length(text)

    def tag(self, token: str, position: int) -> None:
        tag = TAG.fullmatch(token)
        if tag is None:
            raise self._broken(position, "unexpected character after <")
        name = tag[2].lower()
        if tag[1]:
            self._close(name, position)
        elif name in TAGS:
            href = HREF.search(tag[3]) if name == "a" else None
            url = html.unescape(href[1] or href[2] or "") if href else ""
            self._open.append((name, self._offset, url))
        else:
            raise self._broken(position, f'unsupported start tag "{name}"')

    def finish(self) -> Formatted:
        if self._open:
            reason = f'missing end tag for "{self._open[-1][0]}"'
            raise self._broken(len(self._source), reason)
        text = "".join(self._parts)
        return Formatted(text, _detected(text, tuple(self._entities)))

    def _close(self, name: str, position: int) -> None:
        if not self._open or self._open[-1][0] != name:
            raise self._broken(position, f'unexpected end tag "{name}"')
        _, start, url = self._open.pop()
        if self._offset > start and (url or name != "a"):
            entity = Entity(TAGS[name], start, self._offset - start, url or None)
            self._entities.append(entity)

    def _broken(self, position: int, reason: str) -> RefusedError:
        at = len(self._source[:position].encode())
        return bad_request(f"can't parse entities: {reason} at byte offset {at}")


def _detected(text: str, marked: tuple[Entity, ...]) -> tuple[Entity, ...]:
    if "/" not in text:
        return tuple(sorted(marked, key=_outermost_first))
    literal = [(e.offset, e.offset + e.length) for e in marked if e.type in LITERAL]
    entities = []
    for match in DETECTED.finditer(text):
        start = utf16_length(text[: match.start()])
        if not any(first <= start < last for first, last in literal):
            entities.append(Entity(str(match.lastgroup), start, utf16_length(match[0])))
    return tuple(sorted((*marked, *entities), key=_outermost_first))


def _outermost_first(entity: Entity) -> tuple[int, int]:
    return entity.offset, -entity.length
