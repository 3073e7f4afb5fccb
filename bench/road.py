"""The road to a session as on a good day: what is filled in stays, the big button is pressed."""

from html.parser import HTMLParser
from urllib.parse import urljoin


class Form(HTMLParser):
    """The first form inside <main> that is posted: its action and what it would send untouched."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.within_main = False
        self.action: str | None = None
        self.values: dict[str, list[str]] = {}
        self.select: str | None = None
        self.offered: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        if tag == "main":
            self.within_main = True
        if (
            tag == "form"
            and self.within_main
            and self.action is None
            and (has.get("method") or "").lower() == "post"
        ):
            self.inside, self.action = True, has.get("action") or ""
        if not self.inside:
            return
        name = has.get("name")
        if tag == "input" and name:
            kind = has.get("type", "text")
            if name == "line":
                self.offered.add(has.get("value") or "")
            if kind in ("checkbox", "radio") and "checked" not in has:
                return
            if kind not in ("submit", "button", "file"):
                self.values.setdefault(name, []).append(
                    has.get("value") or ("on" if kind == "checkbox" else "")
                )
        if tag == "select":
            self.select = name
        if tag == "option" and self.select and "selected" in has:
            self.values[self.select] = [has.get("value") or ""]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        if tag == "select":
            self.select = None


def good_day(client) -> str:
    """From "Massage now" to the session with nothing ticked; return the session's address."""
    address = "/massage/"
    answer = client.get(address, follow=True)
    for _ in range(6):
        address = answer.redirect_chain[-1][0] if answer.redirect_chain else address
        if "/massage/go/" in address:
            return address
        form = Form()
        form.feed(
            answer.content.decode() if not answer.headers.get("Content-Encoding") else _unpacked(answer)
        )
        if form.action is None:
            raise RuntimeError(f"No form to press on {address}")
        for all_is_well in {"watching", "place"} & form.offered - set(form.values.get("line", [])):
            form.values.setdefault("line", []).append(all_is_well)
        target = urljoin(address, form.action or address)
        answer = client.post(target, form.values, follow=True)
        address = target
    raise RuntimeError(f"The road to the session does not end: {address}")


def _unpacked(answer) -> str:
    import gzip

    return gzip.decompress(answer.content).decode()
