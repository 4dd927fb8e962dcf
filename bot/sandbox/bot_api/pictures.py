"""Reading the size of a picture from its first bytes, as far as Telegram's checks need it."""

PNG = b"\x89PNG\r\n\x1a\n"
PNG_HEADER = 24  # bytes up to the end of the height
JPEG = b"\xff\xd8"
MARKER = 0xFF
# Start-of-frame markers; C4, C8 and CC in their midst mean something else.
JPEG_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def size_of(content: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels of a PNG or JPEG, None for anything else."""
    if content.startswith(PNG) and len(content) >= PNG_HEADER:
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if content.startswith(JPEG):
        return _jpeg_size(content)
    return None


def media_type_of(content: bytes) -> str:
    """Return the media type that the first bytes tell."""
    if content.startswith(PNG):
        return "image/png"
    return "image/jpeg" if content.startswith(JPEG) else "application/octet-stream"


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(content) and content[position] == MARKER:
        if content[position + 1] in JPEG_FRAMES:
            height = int.from_bytes(content[position + 5 : position + 7])
            return int.from_bytes(content[position + 7 : position + 9]), height
        position += 2 + int.from_bytes(content[position + 2 : position + 4])
    return None
