"""One headless Chromium for all the pages that a judge opens.

It is asked over a pair of pipes in the DevTools protocol (one JSON object a message, a
zero byte behind each), so that nothing but Python and the browser is needed. A page gets
the one file that it was opened with: every other request is refused and noted.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
ABSENT = 77
"""What a judge ends with that cannot ask on this machine."""

PATIENCE = 120.0
"""Seconds after which an answer is not waited for any longer."""

SWITCHES = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--disable-extensions", "--mute-audio"),
    *("--disable-lcd-text", "--hide-scrollbars", "--no-default-browser-check"),
    *("--force-renderer-accessibility", "--force-color-profile=srgb"),
    *("--disable-renderer-backgrounding", "--disable-background-timer-throttling"),
    "--disable-backgrounding-occluded-windows",
    *("--host-resolver-rules=MAP * ~NOTFOUND", "--remote-debugging-pipe"),
)


class Refused(Exception):
    """The browser would not do what it was asked, or fell silent."""


def program() -> str | None:
    """Find the browser of this machine."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Browser:
    """A browser that is running; made by `opened`."""

    def __init__(self, process: subprocess.Popen[bytes], asks: int, hears: int) -> None:
        self._process = process
        self._asks = asks
        self._hears = hears
        self._number = 0
        self._rest = b""
        self._tabs: dict[str, Tab] = {}

    def ask(self, method: str, session: str = "", **values: Any) -> Any:
        """Send one message and give its answer. Raises Refused."""
        number = self.send(method, session, **values)
        deadline = time.monotonic() + PATIENCE
        while True:
            said = self._hear(deadline)
            if said.get("id") == number:
                break
            self._note(said)
        if "error" in said:
            raise Refused(f"{method}: {said['error'].get('message', said['error'])}")
        return said["result"]

    def send(self, method: str, session: str = "", **values: Any) -> int:
        """Send one message and give its number; nobody waits for the answer."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": values}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._asks, data) :]
        return self._number

    def listen(self, tab: Tab, event: str) -> None:
        """Wait until a tab has said that something happened. Raises Refused."""
        deadline = time.monotonic() + PATIENCE
        while event not in tab.happened:
            self._note(self._hear(deadline))

    def tab(self) -> Tab:
        """Open an empty tab."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        tab = Tab(self, target, attached["sessionId"])
        self._tabs[tab.session] = tab
        for domain in ("Page", "Runtime", "Log", "DOM", "Accessibility"):
            tab.ask(f"{domain}.enable")
        tab.ask("Fetch.enable", patterns=[{"urlPattern": "*"}])
        return tab

    def _hear(self, deadline: float) -> dict[str, Any]:
        while b"\0" not in self._rest:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._hears], [], [], left)[0]:
                raise Refused("the browser has said nothing for too long")
            data = os.read(self._hears, 1 << 20)
            if not data:
                raise Refused(f"the browser has stopped ({self._process.poll()})")
            self._rest += data
        message, _, self._rest = self._rest.partition(b"\0")
        said: dict[str, Any] = json.loads(message)
        return said

    def _note(self, said: Mapping[str, Any]) -> None:
        tab = self._tabs.get(said.get("sessionId", ""))
        if tab is not None and "method" in said:
            tab.note(said["method"], said["params"])


@dataclass(slots=True)
class Tab:
    """One page, and what it tried and said."""

    browser: Browser
    target: str
    session: str
    address: str = ""
    requests: list[str] = field(default_factory=list)
    """What the page tried to fetch besides itself."""

    console: list[str] = field(default_factory=list)
    happened: set[str] = field(default_factory=set)

    def ask(self, method: str, **values: Any) -> Any:
        """Ask about this page. Raises Refused."""
        return self.browser.ask(method, self.session, **values)

    def show(self, file: Path, *, width: int = 1280, height: int = 900) -> None:
        """Load a file, and wait until its fonts are there. Raises Refused."""
        self.address = file.resolve().as_uri()
        self.requests.clear()
        self.console.clear()
        self.size(width, height)
        self.happened.clear()
        error = self.ask("Page.navigate", url=self.address).get("errorText")
        if error:
            raise Refused(f"{file.name}: {error}")
        self.browser.listen(self, "Page.loadEventFired")
        self.run("document.fonts.ready.then(() => document.fonts.size)")

    def size(self, width: int, height: int = 900) -> None:
        """Make the window so many CSS pixels wide and high."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def prefer(self, **features: str) -> None:
        """Say what the reader prefers: `prefers_color_scheme="dark"`; nothing: no wish."""
        named = [{"name": k.replace("_", "-"), "value": v} for k, v in features.items()]
        self.ask("Emulation.setEmulatedMedia", features=named)

    def run(self, script: str) -> Any:
        """Give the value of an expression in the page, awaited. Raises Refused."""
        said = self.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in said:
            details = said["exceptionDetails"]
            raise Refused(details.get("exception", {}).get("description", details["text"]))
        return said["result"].get("value")

    def note(self, event: str, values: Mapping[str, Any]) -> None:
        """Keep what the page did or said."""
        match event:
            case "Fetch.requestPaused":
                self._admit(values["requestId"], values["request"]["url"])
            case "Runtime.consoleAPICalled":
                words = (str(each.get("value", each)) for each in values["args"])
                self.console.append(" ".join(words))
            case "Runtime.exceptionThrown":
                self.console.append(values["exceptionDetails"]["text"])
            case "Log.entryAdded":
                entry = values["entry"]
                self.console.append(f"{entry['text']} {entry.get('url', '')}".strip())
            case _:
                self.happened.add(event)

    def _admit(self, request: str, address: str) -> None:
        if address == self.address or address.startswith("data:"):
            self.browser.send("Fetch.continueRequest", self.session, requestId=request)
            return
        self.requests.append(address)
        self.browser.send(
            "Fetch.failRequest",
            self.session,
            requestId=request,
            errorReason="BlockedByClient",
        )


@contextmanager
def opened() -> Iterator[Browser]:
    """Start a browser with an empty profile, and end it."""
    found = program()
    if found is None:
        raise SystemExit(ABSENT)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        hears, asks = os.pipe()
        answered, answers = os.pipe()
        # The browser reads from 3 and writes to 4, whatever numbers the pipes have here.
        process = subprocess.Popen(
            [
                *("bash", "-c", f'exec "$@" 3<&{hears} 4>&{answers}', "browser"),
                *(found, *SWITCHES, f"--user-data-dir={profile}", "about:blank"),
            ],
            pass_fds=(hears, answers),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(hears)
        os.close(answers)
        try:
            yield Browser(process, asks, answered)
        finally:
            os.close(asks)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            os.close(answered)
