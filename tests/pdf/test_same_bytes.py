"""The same document is the same file, whoever makes it, wherever and whenever."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.pdf.conftest import FAMILIES, INK, PAGE
from tests.pdf.test_finish import EVERYTHING, FURNITURE

from leaflets.pdf.engine import Engine
from leaflets.pdf.identity import Identity
from leaflets.pdf.variant import Variant

RENDER = """
import hashlib, pickle, sys
from leaflets.pdf import fonts
from leaflets.pdf.engine import Engine
families, cache, work = pickle.load(sys.stdin.buffer)
engine = Engine(fonts.collect(families, cache))
engine.render("<html lang=fr><p>Something else first", identity=work["identity"])
print(hashlib.sha256(engine.render(**work).pdf).hexdigest())
"""


@pytest.mark.parametrize("variant", list(Variant))
def test_another_process_writes_the_same_bytes(
    variant: Variant,
    engine: Engine,
    identity: Callable[..., Identity],
    tmp_path: Path,
) -> None:
    """Time zone, hash seed, locale, folders and what was rendered before do not matter."""
    ink = INK if variant is Variant.PRESS else ""
    work: dict[str, Any] = {
        "html": f'<html lang="ur" dir="rtl"><body>{EVERYTHING}',
        "stylesheets": (PAGE, FURNITURE, ink),
        "variant": variant,
        "identity": identity(lang="ur", direction="rtl"),
    }
    here = hashlib.sha256(engine.render(**work).pdf).hexdigest()
    again = hashlib.sha256(engine.render(**work).pdf).hexdigest()
    elsewhere = subprocess.run(
        [sys.executable, "-c", RENDER],
        input=pickle.dumps((FAMILIES, tmp_path / "other", work)),
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
            "PYTHONHASHSEED": "4242",
            "TZ": "Pacific/Kiritimati",
            "LC_ALL": "C",
            "LANG": "zh_CN.UTF-8",
            "HOME": str(tmp_path),
            "HB_SHAPER_LIST": "fallback",
            "SOURCE_DATE_EPOCH": "1",
        },
    )
    assert here == again == elsewhere.stdout.decode().strip()
