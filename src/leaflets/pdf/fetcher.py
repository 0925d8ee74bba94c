"""Give the engine what a document was given, and nothing else.

No file is opened and no host is asked: an address is either a ``data:`` address or the
name of a resource that came with the document.
"""

from __future__ import annotations

from collections.abc import Mapping

from weasyprint.urls import URLFetcher, URLFetcherResponse

from leaflets.errors import RenderError

_KINDS = (
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
)


class Refused(BaseException):
    """Ends a rendering at once; the engine catches every Exception and goes on."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        shown = url if len(url) <= 80 else f"{url[:77]}…"
        self.error = RenderError(
            f"the page asks for {shown!r}, which it was not given",
            hint="nothing is read from a disk or a network while a page is made",
        )


class GivenOnly(URLFetcher):  # type: ignore[misc] # weasyprint has no types
    """Fetches ``data:`` addresses and the named resources of one document."""

    def __init__(self, resources: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols={"data"})
        self._resources = resources
        self.refused: Refused | None = None
        """The first address that was refused; in a drawing the engine hides it."""

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Give what is at *url*; raise Refused for any other address."""
        if url in self._resources:
            data = self._resources[url]
            return URLFetcherResponse(url, data, {"Content-Type": kind(data)})
        if url[:5].lower() == "data:":
            return super().fetch(url)
        self.refused = self.refused or Refused(url)
        raise self.refused


def kind(data: bytes) -> str:
    """Tell the MIME type of an image from its first bytes."""
    for start, mime in _KINDS:
        if data.startswith(start):
            return mime
    return "image/svg+xml" if b"<svg" in data[:4096] else "application/octet-stream"
