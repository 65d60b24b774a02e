"""A client of Demur's JSON API that needs nothing but Python.

    DEMUR_URL=http://127.0.0.1:8650 DEMUR_KEY=dmr_... python3 demur_client.py situation.json

See docs/api.md for what can be asked.
"""

from __future__ import annotations

import json
import os
import secrets
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, Iterator


class Problem(Exception):
    """What the app answers when it does not do something (RFC 9457)."""

    def __init__(self, status: int, document: dict[str, Any]) -> None:
        super().__init__(f"{status} {document.get('title')}: {document.get('detail')}")
        self.status = status
        #: Stable, such as "invalid-situation".
        self.code = str(document.get("type", "")).removeprefix("/problems/")
        #: Each with "pointer", "parameter" or "header", "code", "detail" and perhaps "help".
        self.errors: list[dict[str, Any]] = document.get("errors", [])


class Demur:
    """One firm's app, asked with one key."""

    def __init__(self, url: str, key: str, language: str = "en") -> None:
        self._url = url.rstrip("/") + "/api/v1"
        self._headers = {"Authorization": f"Bearer {key}", "Accept-Language": language}

    def opinion(self, situation: dict[str, Any]) -> dict[str, Any]:
        """What law and policy say of a situation."""
        return self._ask("POST", "/opinions", situation)[0]

    def next_question(self, situation: dict[str, Any], declined: list[str] = []) -> dict[str, Any]:
        """What to ask next; "question" is None when "opinion" is there."""
        return self._ask("POST", "/questions", {"situation": situation, "declined": declined})[0]

    def record(self, situation: dict[str, Any], key: str | None = None, **details: Any) -> dict[str, Any]:
        """Opens a case file. The same key never opens two."""
        headers = {"Idempotency-Key": key or secrets.token_hex(16)}
        return self._ask("POST", "/cases", {"situation": situation, **details}, headers)[0]

    def case(self, number: str) -> tuple[dict[str, Any], str]:
        """A case file, and the entity tag that a change has to name."""
        file, headers = self._ask("GET", f"/cases/{number}")
        return file, headers["ETag"]

    def decide(self, number: str, tag: str, key: str | None = None, **decision: Any) -> dict[str, Any]:
        """Writes down what a person decided about an open case file."""
        headers = {"Idempotency-Key": key or secrets.token_hex(16), "If-Match": tag}
        return self._ask("POST", f"/cases/{number}/decision", decision, headers)[0]

    def cases(self, **filters: str) -> Iterator[dict[str, Any]]:
        """All case files with these filters, page after page."""
        cursor = None
        while True:
            query = {**filters, **({"cursor": cursor} if cursor else {})}
            page, _ = self._ask("GET", "/cases?" + urllib.parse.urlencode(query))
            yield from page["cases"]
            cursor = page["next"]
            if not cursor:
                return

    def _ask(self, method: str, path: str, body: Any = None, headers: dict[str, str] = {}) -> tuple[Any, Any]:
        data = None if body is None else json.dumps(body).encode()
        kind = {} if body is None else {"Content-Type": "application/json"}
        request = urllib.request.Request(
            self._url + path, data, {**self._headers, **kind, **headers}, method=method
        )
        for attempt in range(4):
            try:
                with urllib.request.urlopen(request, timeout=30) as answer:
                    return json.load(answer), answer.headers
            except urllib.error.HTTPError as error:
                # A change has its key, so it can be sent again whatever happened to the first.
                if error.code in (429, 503) and attempt < 3:
                    time.sleep(int(error.headers.get("Retry-After") or 1))
                    continue
                raise Problem(error.code, json.load(error)) from None
        raise AssertionError("the last attempt answers or raises")


def main() -> None:
    demur = Demur(os.environ["DEMUR_URL"], os.environ["DEMUR_KEY"])
    with open(sys.argv[1], encoding="utf-8") as file:
        situation = json.load(file)

    print("verdict:", demur.opinion(situation)["verdict"])
    turn = demur.next_question({"place": "pl"})
    print("first question:", turn["question"]["title"])

    key = secrets.token_hex(16)
    receipt = demur.record(situation, key)
    assert demur.record(situation, key) == receipt, "the same key records once"
    file, tag = demur.case(receipt["case"])
    print("recorded:", file["number"], file["state"], tag)

    words = "We will serve this customer tomorrow, when the colleague is back."
    demur.decide(receipt["case"], tag, choice="serve_differently", words=words)
    print("decided:", [case["number"] for case in demur.cases(state="decided")])

    try:
        demur.opinion({"facts": {"customer.age": "old"}})
    except Problem as problem:
        print("problem:", problem.code, problem.errors[0]["pointer"], problem.errors[0]["code"])


if __name__ == "__main__":
    main()
