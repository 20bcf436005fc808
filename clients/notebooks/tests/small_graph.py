"""A small graph over real HTTP: it answers what it was told to, and remembers what it was asked."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


class SmallGraph:
    def __init__(self, *answers: tuple[int, Any]) -> None:
        self.asked: list[dict[str, Any]] = []
        self.tokens: list[str | None] = []
        waiting = list(answers)
        asked, tokens = self.asked, self.tokens

        class Answers(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                tokens.append(self.headers["Authorization"])
                status, body = waiting.pop(0)
                text = (body if isinstance(body, str) else json.dumps(body)).encode()
                self.send_response(status)
                if status == 503:
                    self.send_header("Retry-After", "0")
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def __enter__(self) -> SmallGraph:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def page(*nodes: dict[str, Any], after: str | None = None) -> tuple[int, Any]:
    edges = [{"node": node} for node in nodes]
    page_info = {"hasNextPage": after is not None, "endCursor": after}
    return 200, {"data": {"companies": {"edges": edges, "pageInfo": page_info}}}
