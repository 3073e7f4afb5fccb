"""What a phone really loads: bytes on the wire, cold and warm, in a phone-sized Chromium."""

from dataclasses import dataclass

from playwright.sync_api import Browser, CDPSession, Page


@dataclass(frozen=True)
class Weight:
    name: str
    cold: int  # bytes on the wire with an empty cache, headers included
    cold_requests: int
    warm: int  # the same page again
    warm_requests: int
    nodes: int


def _counted(session: CDPSession) -> dict[str, int]:
    seen = {"bytes": 0, "requests": 0}

    def done(event: dict) -> None:
        seen["bytes"] += int(event["encodedDataLength"])
        seen["requests"] += 1 if event["encodedDataLength"] else 0

    session.on("Network.loadingFinished", done)
    return seen


def weigh(browser: Browser, base: str, name: str, address: str, cookies: list[dict]) -> Weight:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_cookies(cookies)  # type: ignore[arg-type]
    page: Page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    seen = _counted(session)
    page.goto(base + address, wait_until="networkidle")
    cold, cold_requests = seen["bytes"], seen["requests"]
    seen["bytes"] = seen["requests"] = 0
    page.goto(base + address, wait_until="networkidle")
    nodes = page.evaluate("document.querySelectorAll('*').length")
    context.close()
    return Weight(name, cold, cold_requests, seen["bytes"], seen["requests"], nodes)


def table(rows: list[Weight]) -> str:
    lines = [
        "| page | cold bytes | requests | warm bytes | requests | DOM nodes |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {r.name} | {r.cold:,} | {r.cold_requests} | {r.warm:,} | {r.warm_requests} | {r.nodes:,} |"
        for r in rows
    ]
    return "\n".join(lines)
