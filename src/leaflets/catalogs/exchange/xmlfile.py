"""Read an XML file that may have been made to do harm; write one that is always the same.

Nothing outside the file is ever opened: no entity, no document type, no inclusion. What
it costs is bounded before a tree is built: bytes, tags, depth, and no entities at all.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse
from lxml import etree

from leaflets.catalogs.exchange.told import unreadable
from leaflets.findings import Finding

LIMIT = 20 * 1024 * 1024
"""Bytes of the largest file that is read."""

TAGS = 1_000_000
"""Tags of the file with most that is read; the tree takes some 150 bytes for each."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def root_tag(data: bytes) -> str:
    """Name the root element with its namespace, as ``{namespace}name``; '' where none.

    Reads no further than its start tag.
    """
    try:
        for _, element in iterparse(BytesIO(data), events=("start",)):
            return str(element.tag)
    except (DefusedXmlException, ParseError, ValueError, LookupError):
        return ""
    return ""


def read(data: bytes, shown: str) -> tuple[Any, tuple[Finding, ...]]:
    """Parse a file; None and the reason where it cannot be, or may not be."""
    if len(data) > LIMIT:
        return None, (unreadable(shown, f"file is larger than {LIMIT} bytes"),)
    if data.count(b"<") > TAGS:
        return None, (unreadable(shown, f"file has more than {TAGS} tags"),)
    try:
        next(iter(iterparse(BytesIO(data), events=("start",))))
    except DefusedXmlException as error:
        kind = type(error).__name__.removesuffix("Forbidden").lower()
        what = f"file declares what no file that we read may: {kind}"
        return None, (unreadable(shown, what, hint="save it without a document type"),)
    except (ParseError, ValueError, LookupError, StopIteration) as error:
        line = error.position[0] if isinstance(error, ParseError) else 0
        return None, (unreadable(shown, "file is not well-formed XML", line=line),)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", 0) or 0
        said = re.sub(r",? ?line \d+.*", "", str(error).partition("\n")[0])[:120]
        return None, (unreadable(shown, f"file is not well-formed XML: {said}", line=line),)
    return root, ()


_WORDS = frozenset({"source", "target", "seg", "note", "data", "prop", "context", "meta"})
"""Elements whose blanks count."""


def written(root: Any, doctype: str = "") -> bytes:
    """Say a tree as UTF-8: the same bytes for the same tree, one element a line.

    Elements that hold words are left as they are.
    """
    _indent(root, 0)
    head = _DECLARATION + (f"{doctype}\n" if doctype else "")
    body = etree.tostring(root, encoding="unicode")
    return f"{head}{body}\n".encode()


def name(element: Any) -> str:
    """Name an element without its namespace; '' for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _indent(element: Any, depth: int) -> None:
    if not len(element) or name(element) in _WORDS:
        return
    element.text = "\n" + " " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = "\n" + " " * (depth + 1)
    element[-1].tail = "\n" + " " * depth
