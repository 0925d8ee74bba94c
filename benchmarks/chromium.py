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
from pathlib import Path
from typing import Any

from leaflets.compose.html import Composition
from leaflets.model.format import Format

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


def find() -> bool:
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

    def page(self, composition: Composition, form: Format) -> Path:
        """Write a composed page, styles and all, where the browser can open it."""
        styles = "\n".join(composition.styles)
        path = self._folder / f"{form.name}.html"
        html = composition.html.replace("</head>", f"<style>{styles}</style></head>", 1)
        path.write_text(html, encoding="utf-8")
        return path

    def print(self, page: Path) -> float:
        """Open and print a page; return the CPU seconds of all the browser's processes."""
        began = self._spent()
        self._ask("POST", f"{self._session}/url", {"url": page.as_uri()})
        self._ask("POST", f"{self._session}/print", {"background": True})
        return self._spent() - began

    def close(self) -> None:
        """End the browser and clear its folder."""
        self._ask("DELETE", self._session)
        self._driver.terminate()
        self._driver.wait(10)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _spent(self) -> float:
        mine = {self._driver.pid}
        total = 0
        stats = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    fields = (entry / "stat").read_text().rpartition(")")[2].split()
                except OSError:
                    continue
                stats[int(entry.name)] = (int(fields[1]), int(fields[11]) + int(fields[12]))
        grown = True
        while grown:
            more = {pid for pid, (parent, _) in stats.items() if parent in mine} - mine
            mine |= more
            grown = bool(more)
        for pid in mine:
            total += stats.get(pid, (0, 0))[1]
        return total / _TICK

    def _ask(self, method: str, path: str, data: dict[str, Any] | None = None) -> dict[str, Any]:
        body = None if data is None else json.dumps(data).encode()
        request = urllib.request.Request(  # noqa: S310 - loopback only
            self._address + path, data=body, method=method
        )
        with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310
            value = json.load(answer)["value"]
        return value if isinstance(value, dict) else {"value": value}
