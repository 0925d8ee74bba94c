"""What a PDF says about itself, without ever looking at the clock.

Everything that differs from one file to the next and is not on its pages is settled
here, from the content: two renderings of the same thing have the same names and dates.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime

from leaflets import fingerprint

_NAMES = uuid.uuid5(uuid.NAMESPACE_DNS, "leaflets.invalid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Title, language, dates and name of a file."""

    title: str
    lang: str
    """BCP 47 tag of the language of the document."""

    direction: str = "ltr"
    """``ltr`` or ``rtl``: on which side a two-page view begins."""

    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    creator: str = "leaflets"
    """Program that made the document, as PDF calls it."""

    created: datetime
    """When the content was last changed; never the clock."""

    identifier: str
    """What this file is called, for ever: an edition and a format, for instance."""

    code: str = ""
    """What people call that which it holds, whatever the paper, if they call it something:
    the packet's ``dc:identifier``. Empty: the identifier stands there."""

    @property
    def moment(self) -> str:
        """The date in W3C form and UTC: ``2026-11-21T00:00:00Z``."""
        return f"{self._utc():%Y-%m-%dT%H:%M:%SZ}"

    @property
    def pdf_moment(self) -> str:
        """The date as PDF writes it (ISO 32000-1, 7.9.4)."""
        return f"{self._utc():D:%Y%m%d%H%M%S}Z"

    @property
    def file_id(self) -> str:
        """First half of the file's ``/ID``: 32 hexadecimal digits."""
        return fingerprint.of(self.identifier)[:32]

    @property
    def document_id(self) -> str:
        """Name of the document in XMP; the same for each of its revisions."""
        return f"uuid:{uuid.uuid5(_NAMES, self.identifier)}"

    def instance_id(self, content: str) -> str:
        """Name in XMP of the file with just this *content* (its digest)."""
        return f"uuid:{uuid.uuid5(_NAMES, f'{self.identifier} {self.moment} {content}')}"

    def _utc(self) -> datetime:
        if self.created.tzinfo is None:
            raise ValueError("a document's date needs a time zone")
        return self.created.astimezone(UTC)
