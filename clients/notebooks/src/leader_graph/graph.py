"""Questions to the graph, as dictionaries and as tables."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

from leader_graph.errors import NoAnswer, Refused, WrongDocument
from leader_graph.rows import table
from leader_graph.token import GivenToken, Token, token_from

_USUAL_ADDRESS = "http://127.0.0.1:4000"
_PATIENCE_SECONDS = 30
_LARGEST_PAGE = 100

Variables = Mapping[str, Any]


class Graph:
    """The graph at an address, asked with an access token. Reads only: a question that met a full house is asked again."""

    def __init__(self, address: str, token: str | Token, *, language: str = "en") -> None:
        self._address = address.rstrip("/") + "/graphql"
        self._token = GivenToken(token) if isinstance(token, str) else token
        self._session = requests.Session()
        self._session.headers.update({"Accept-Language": language})
        again = Retry(total=4, connect=0, read=0, backoff_factor=0.5, status_forcelist=(429, 503), allowed_methods=None, raise_on_status=False)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=again))

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ, *, language: str = "en") -> Graph:
        """The graph at `LEADER_URL` (this machine, unless set), with the token of `LEADER_TOKEN` or of the command line."""
        return cls(environment.get("LEADER_URL") or _USUAL_ADDRESS, token_from(environment), language=language)

    def query(self, document: str | Path, variables: Variables | None = None) -> dict[str, Any]:
        """Asks once and gives the data.

        `document` is GraphQL text, or the path of a file that holds it.
        Raises Refused when the graph answers with any error, NoAnswer when it does not answer.
        """
        answer = self._post(_text_of(document), variables or {})
        if answer.get("errors"):
            raise Refused(answer["errors"])
        data: dict[str, Any] = answer["data"]
        return data

    def frame(self, document: str | Path, variables: Variables | None = None, connection: str = "companies") -> pd.DataFrame:
        """Reads a connection to its end and gives one row per node; an object inside a node becomes columns `outer.inner`.

        The document takes `$first` and `$after`, hands both to the connection, and asks for its `edges { node }` and
        `pageInfo { hasNextPage endCursor }`. `connection` is its place in the answer, for example `destination.positions`.
        Raises WrongDocument when it cannot be paged through, and whatever `query` raises.
        """
        return table(list(self._nodes(_text_of(document), dict(variables or {}), connection)))

    def _nodes(self, document: str, variables: dict[str, Any], connection: str) -> Iterator[Mapping[str, Any]]:
        for variable in ("$first", "$after"):
            if variable not in document:
                raise WrongDocument(f"The document has no variable {variable}: declare it, and hand it to {connection}.")
        variables.setdefault("first", _LARGEST_PAGE)
        while True:
            page = _at(self.query(document, variables), connection)
            edges, page_info = page.get("edges"), page.get("pageInfo") or {}
            if edges is None or not all("node" in edge for edge in edges):
                raise WrongDocument(f"The document does not ask for {connection}.edges {{ node {{ … }} }}: add it.")
            if "hasNextPage" not in page_info or "endCursor" not in page_info:
                raise WrongDocument(f"The document does not ask for {connection}.pageInfo {{ hasNextPage endCursor }}: add it.")
            yield from (edge["node"] for edge in edges)
            if not page_info["hasNextPage"]:
                return
            if page_info["endCursor"] == variables.get("after"):
                raise WrongDocument(f"The same page of {connection} came twice: hand $after to it.")
            variables["after"] = page_info["endCursor"]

    def _post(self, document: str, variables: Variables) -> dict[str, Any]:
        response = self._send(document, variables)
        if response.status_code == 401 and self._token.renewed():
            response = self._send(document, variables)
        try:
            answer = response.json()
        except requests.exceptions.JSONDecodeError:
            answer = None
        if not isinstance(answer, dict) or not ("data" in answer or answer.get("errors")):
            raise NoAnswer(f"What answers at {self._address} is no graph (HTTP {response.status_code}): check LEADER_URL.")
        return answer

    def _send(self, document: str, variables: Variables) -> requests.Response:
        try:
            return self._session.post(
                self._address,
                json={"query": document, "variables": dict(variables)},
                headers={"Authorization": f"Bearer {self._token.current()}"},
                timeout=_PATIENCE_SECONDS,
                allow_redirects=False,
            )
        except requests.exceptions.Timeout:
            raise NoAnswer(f"The graph at {self._address} did not answer within {_PATIENCE_SECONDS} s: try again later.") from None
        except requests.exceptions.RequestException as error:
            raise NoAnswer(f"The graph at {self._address} does not answer: does it run, and is LEADER_URL right?") from error


def _text_of(document: str | Path) -> str:
    return document.read_text("utf-8") if isinstance(document, Path) else document


def _at(data: Mapping[str, Any], connection: str) -> Mapping[str, Any]:
    found: Any = data
    for step in connection.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    if not isinstance(found, Mapping):
        raise WrongDocument(f"The answer holds no connection {connection}: it holds {', '.join(data) or 'nothing'}.")
    return found
