"""What a person is told when something cannot be done."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from coaching.errors import CoachingError, Code


@contextmanager
def refused(code: Code) -> Iterator[None]:
    """Expect that the person is refused with this code."""
    with pytest.raises(CoachingError) as caught:
        yield
    assert caught.value.code is code
