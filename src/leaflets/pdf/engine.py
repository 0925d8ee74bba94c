"""Render HTML to a finished PDF: one Engine for each worker process.

An Engine is cheap to make and to import; it starts at its first rendering, and keeps
its fonts and parsed stylesheets from then on. It never looks at the clock, the disk or
the network: the same HTML, styles, resources and identity give the same bytes wherever
``toolchain.fingerprint`` is the same.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from leaflets.pdf import fonts
from leaflets.pdf.identity import Identity
from leaflets.pdf.printspec import COATED, PrintSpec
from leaflets.pdf.rendered import Rendered
from leaflets.pdf.variant import Variant

if TYPE_CHECKING:
    from leaflets.pdf.layout import Layout

ALLOCATIONS = 20_000
"""Objects between two looks for garbage. At Python's 700 these cost a seventh of a
rendering, for a document is made of a great many objects that all live to its end."""


class Engine:
    """Renders documents in one set of fonts."""

    def __init__(self, fontset: fonts.FontSet) -> None:
        self.fontset = fontset
        self._layout: Layout | None = None
        # The engine's fonts are not to be used by two threads at once.
        self._lock = threading.Lock()

    def render(
        self,
        html: str,
        *,
        stylesheets: Sequence[str] = (),
        resources: Mapping[str, bytes] | None = None,
        variant: Variant = Variant.ACCESSIBLE,
        identity: Identity,
        spec: PrintSpec | None = None,
    ) -> Rendered:
        """Render *html* as a finished PDF, and say where the marked places stand.

        *stylesheets* are texts of CSS; *resources* maps addresses such as
        ``leaflets:logo`` to the bytes of an image. *spec* is what the print shop asks of
        a press file; without one, what ``printspec.COATED`` does. The language of
        *identity* is that of the document, whatever the HTML says; elements in another
        language carry ``lang``.

        Raises RenderError where the engine reports an error: an address that was not
        given, an image that cannot be read, a link to nowhere.
        """
        with self._lock:
            rendered = self._started().render(
                html,
                stylesheets=stylesheets,
                resources=resources or {},
                variant=variant,
                identity=identity,
                spec=spec or COATED,
            )
            gc.collect()  # the document, whose boxes know each other: 20 MB or more
            return rendered

    def _started(self) -> Layout:
        if self._layout is None:
            fonts.install(self.fontset)
            # Costs 0.4 s, and must come after the fonts are installed.
            from leaflets.pdf.layout import Layout

            self._layout = Layout()
            _look_for_garbage_less()
        return self._layout


def _look_for_garbage_less() -> None:
    """Let the garbage collector pass over what stays as long as the process.

    Modules, and what was read before the engine started, are not looked through again.
    A document is cleared away when it is done, so that memory stays flat.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(ALLOCATIONS, *gc.get_threshold()[1:])
