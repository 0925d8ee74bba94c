"""Headless Chromium as a printer, through chromedriver: warm, and its CPU time counted."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from leaflets.compose.html import Composition

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_TICK = os.sysconf("SC_CLK_TCK")


class Stat(NamedTuple):
    """What the kernel says of one process."""

    parent: int
    ticks: int
    """Of CPU time, with that of its children that have ended."""


def installed() -> bool:
    """Whether this machine has Chromium and its driver."""
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


class Chromium:
    """One browser that prints pages, on one core."""

    def __init__(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._folder = Path(tempfile.mkdtemp())
        command = ["chromedriver", f"--port={port}"]
        if shutil.which("taskset"):
            command = ["taskset", "--cpu-list", "0", *command]
        self._driver = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._address = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                self._ask("GET", "/status")
                break
            except OSError:
                time.sleep(0.1)
        flags = [*_FLAGS, f"--user-data-dir={self._folder / 'profile'}"]
        wanted = {"browserName": "chrome", "goog:chromeOptions": {"args": flags}}
        answer = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self._session = f"/session/{answer['sessionId']}"

    def page(self, composition: Composition) -> Path:
        """Write a composed page, styles and all, where the browser can open it."""
        styles = "\n".join(composition.styles)
        path = self._folder / f"{len(list(self._folder.glob('*.html')))}.html"
        html = composition.html.replace("</head>", f"<style>{styles}</style></head>", 1)
        path.write_text(html, encoding="utf-8")
        return path

    def print(self, page: Path) -> float:
        """Open and print a page; return the CPU seconds of all the browser's processes."""
        began = self._ticks()
        self._ask("POST", f"{self._session}/url", {"url": page.as_uri()})
        self._ask("POST", f"{self._session}/print", {"background": True})
        return (self._ticks() - began) / _TICK

    def close(self) -> None:
        """End the browser and clear its folder."""
        self._ask("DELETE", self._session)
        self._driver.terminate()
        self._driver.wait(10)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _ticks(self) -> int:
        # The driver only carries messages; the browser is its child.
        return below(processes(), self._driver.pid)

    def _ask(
        self, method: str, path: str, data: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        body = None if data is None else json.dumps(data).encode()
        request = urllib.request.Request(self._address + path, data=body, method=method)
        with urllib.request.urlopen(request, timeout=120) as answer:
            value = json.load(answer)["value"]
        return value if isinstance(value, dict) else {"value": value}


def processes() -> dict[int, Stat]:
    """Ask the kernel for every process."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                line = (entry / "stat").read_text()
            except OSError:
                continue  # it has just ended
            found[int(entry.name)] = stat(line)
    return found


def stat(line: str) -> Stat:
    """Read a line of /proc/PID/stat (proc(5)); a name may hold spaces and brackets."""
    fields = line.rpartition(")")[2].split()
    return Stat(parent=int(fields[1]), ticks=sum(map(int, fields[11:15])))


def below(known: Mapping[int, Stat], root: int) -> int:
    """Sum the ticks of all processes that come from *root*, without its own."""
    family = {root}
    while more := {pid for pid, each in known.items() if each.parent in family} - family:
        family |= more
    return sum(known[pid].ticks for pid in family - {root} if pid in known)
