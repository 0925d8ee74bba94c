"""Which day it is, said once at the edge: nothing below asks a clock."""

from __future__ import annotations

import datetime
import os

import click

VARIABLE = "LEAFLETS_TODAY"
"""Names another day, as 2026-11-21, so that a check can be repeated years later."""


def today() -> datetime.date:
    """Give the day to check dates against; UsageError where ``LEAFLETS_TODAY`` is none."""
    said = os.environ.get(VARIABLE, "")
    if not said:
        return datetime.datetime.now().astimezone().date()
    try:
        return datetime.date.fromisoformat(said)
    except ValueError as error:
        raise click.UsageError(
            f"{VARIABLE}={said!r} is no day, such as 2026-11-21"
        ) from error
