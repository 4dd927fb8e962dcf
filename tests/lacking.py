"""What a test needs of the machine: without it the test is skipped, but not where CI runs."""

import os
import shutil
from typing import NoReturn

import pytest


def lacking(what: str) -> NoReturn:
    """Skip the test for want of something, or let it fail where nothing may be skipped."""
    if "CXCOACH_REQUIRE_ALL_TESTS" in os.environ:
        pytest.fail(what)
    pytest.skip(what)


def needs(program: str) -> None:
    """Go on only where a program is on PATH."""
    if shutil.which(program) is None:
        lacking(f"no {program} on PATH")
