"""Leave out transparency groups that do nothing, for PDF/X-1a (ISO 15930-4).

The engine draws every background image and drawing in a group. Where all is opaque, a
group changes nothing that is seen. Where anything is transparent, all stays as it is: what
it would look like on paper is not ours to guess, and the preflight says where it stands.
"""

from __future__ import annotations

from typing import Any

import pydyf  # type: ignore[import-untyped]


def drop_groups(pdf: pydyf.PDF) -> bool:
    """Drop the groups of a document in which nothing is transparent; say if they were."""
    if any(_transparent(item) for item in pdf.objects):
        return False
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream):
            item.extra.pop("Group", None)
    return True


def _transparent(item: Any) -> bool:
    if isinstance(item, pydyf.Stream):
        return "SMask" in item.extra
    if not isinstance(item, dict) or not isinstance(item.get("ExtGState"), dict):
        return False
    return any(
        float(state.get("ca", 1)) < 1
        or float(state.get("CA", 1)) < 1
        or isinstance(state.get("SMask"), dict)
        or state.get("BM", "/Normal") != "/Normal"
        for state in item["ExtGState"].values()
    )
