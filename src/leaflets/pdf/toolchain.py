"""Say what decides about bytes: versions of libraries, and digests of fonts.

Two workers with the same fingerprint write the same file. The libraries are asked
themselves, not through the engine, so that a plan can be made without starting it.
"""

from __future__ import annotations

import ctypes
import platform
import sys
import zlib
from collections.abc import Callable
from functools import cache
from importlib import metadata

from leaflets import fingerprint as prints
from leaflets.errors import RenderError
from leaflets.pdf.fonts import FontSet
from leaflets.pdf.textlayer import poppler

PACKAGES = (
    "weasyprint",
    "pydyf",
    "tinycss2",
    "cssselect2",
    "tinyhtml5",
    "Pyphen",
    "fonttools",
    "pillow",
    "pikepdf",
    "uharfbuzz",
    "brotli",
    "Babel",
    "Jinja2",
    "MarkupSafe",
    "markdown-it-py",
    "citeproc-py",
    "lxml",
    "PyYAML",
    "pypdfium2",
)
"""Python packages that have a say in what is written: Pillow carries LittleCMS, Babel the
CLDR, citeproc the wording of references."""


def fingerprint(fontset: FontSet) -> dict[str, str]:
    """Name each thing that decides about the bytes, and its version or digest.

    Raises RenderError if the engine or one of its libraries is not installed.
    """
    return {**_machine(), "fonts": fontset.digest}


def digest(fontset: FontSet) -> str:
    """Fingerprint of the whole toolchain, in hexadecimal."""
    return prints.of(fingerprint(fontset))


@cache
def _machine() -> dict[str, str]:
    found = {name.lower(): _package(name) for name in PACKAGES}
    found["pango"] = _pango()
    found["harfbuzz"] = _harfbuzz()
    found["harfbuzz-subset"] = "yes" if _loaded("libharfbuzz-subset.so.0") else "no"
    found["fontconfig"] = _fontconfig()
    found["freetype"] = _freetype()
    found["fribidi"] = _fribidi()
    found["poppler"] = _poppler()
    found["zlib"] = zlib.ZLIB_RUNTIME_VERSION
    found["python"] = f"{sys.version_info.major}.{sys.version_info.minor}"
    found["machine"] = platform.machine()
    return dict(sorted(found.items()))


def _package(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError as error:
        raise RenderError(f"the Python package {name!r} is not installed") from error


def _loaded(name: str) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(name)
    except OSError:
        return None


def _asked(library: str, package: str, ask: Callable[[ctypes.CDLL], str]) -> str:
    loaded = _loaded(library)
    if loaded is None:
        raise RenderError(
            f"the library {library} is not installed", hint=f"apt-get install {package}"
        )
    return ask(loaded)


def _pango() -> str:
    return _asked("libpango-1.0.so.0", "libpango-1.0-0", _text("pango_version_string"))


def _harfbuzz() -> str:
    return _asked("libharfbuzz.so.0", "libharfbuzz0b", _text("hb_version_string"))


def _fontconfig() -> str:
    def ask(library: ctypes.CDLL) -> str:
        number = int(library.FcGetVersion())
        return f"{number // 10000}.{number // 100 % 100}.{number % 100}"

    return _asked("libfontconfig.so.1", "libfontconfig1", ask)


def _freetype() -> str:
    def ask(library: ctypes.CDLL) -> str:
        handle = ctypes.c_void_p()
        parts = [ctypes.c_int() for _ in range(3)]
        library.FT_Init_FreeType(ctypes.byref(handle))
        library.FT_Library_Version(handle, *map(ctypes.byref, parts))
        library.FT_Done_FreeType(handle)
        return ".".join(str(part.value) for part in parts)

    return _asked("libfreetype.so.6", "libfreetype6", ask)


def _fribidi() -> str:
    def ask(library: ctypes.CDLL) -> str:
        text = ctypes.c_char_p.in_dll(library, "fribidi_version_info").value or b""
        return text.split(b"\n")[0].decode().rpartition(" ")[2]

    return _asked("libfribidi.so.0", "libfribidi0", ask)


def _poppler() -> str:
    """Give its version; empty without it.

    It writes no byte, but has a say in what is said of a file: one that was not read by
    it is made, and asked, again once it is there.
    """
    try:
        return poppler.version()
    except poppler.Absent:
        return ""


def _text(function: str) -> Callable[[ctypes.CDLL], str]:
    def ask(library: ctypes.CDLL) -> str:
        call = getattr(library, function)
        call.restype = ctypes.c_char_p
        found: bytes = call()
        return found.decode()

    return ask
