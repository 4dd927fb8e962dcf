"""Zone data that change: what a zone's name means from one start to the next, as after a law."""

import tempfile
import zoneinfo
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo


@contextmanager
def zone_data(like: Mapping[str, str]) -> Iterator[None]:
    """Let each zone have the clock of another one, for whoever asks for it anew."""
    before = zoneinfo.TZPATH
    with tempfile.TemporaryDirectory() as folder:
        for name, other in like.items():
            file = Path(folder) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(files("tzdata").joinpath("zoneinfo", *other.split("/")).read_bytes())
        zoneinfo.reset_tzpath([folder, *before])
        ZoneInfo.clear_cache()
        try:
            yield
        finally:
            zoneinfo.reset_tzpath(before)
            ZoneInfo.clear_cache()
