"""What a phone really loads: bytes on the wire, cold and warm, in a phone-sized Chromium."""

from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page


@dataclass(frozen=True)
class Load:
    """body: gzip bytes of all answers; wire: the same with their headers."""

    body: int
    wire: int
    requests: int


@dataclass(frozen=True)
class Weight:
    name: str
    cold: Load  # with an empty cache
    warm: Load  # the same page again
    nodes: int


class _Counter:
    def __init__(self, session: CDPSession) -> None:
        self.reset()
        session.on("Network.responseReceived", self._answered)
        session.on("Network.loadingFinished", self._done)

    def reset(self) -> None:
        self.wire = self.headers = self.requests = 0
        self.told: dict[str, int] = {}

    def _answered(self, event: dict) -> None:
        # What came before the body: the status line and the headers.
        self.told[event["requestId"]] = int(event["response"].get("encodedDataLength", 0))

    def _done(self, event: dict) -> None:
        sent = int(event["encodedDataLength"])
        if sent:  # nothing is sent for what the browser has kept
            self.wire += sent
            self.requests += 1
            self.headers += self.told.get(event["requestId"], 0)

    def load(self) -> Load:
        return Load(self.wire - self.headers, self.wire, self.requests)


def weigh(browser: Browser, base: str, name: str, address: str, cookies: list[dict]) -> Weight:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_cookies(cookies)  # type: ignore[arg-type]
    page: Page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    seen = _Counter(session)
    page.goto(base + address, wait_until="networkidle")
    cold = seen.load()
    seen.reset()
    page.goto(base + address, wait_until="networkidle")
    nodes = page.evaluate("document.querySelectorAll('*').length")
    context.close()
    return Weight(name, cold, seen.load(), nodes)


def table(rows: list[Weight]) -> str:
    lines = [
        "| page | cold, gzip | on the wire | requests | warm, gzip | on the wire | requests | DOM nodes |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        loads = [f"{load.body:,} | {load.wire:,} | {load.requests}" for load in (row.cold, row.warm)]
        lines.append(f"| {row.name} | {' | '.join(loads)} | {row.nodes:,} |")
    return "\n".join(lines)
