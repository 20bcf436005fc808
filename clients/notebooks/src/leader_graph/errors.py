"""What can go wrong when the graph is asked. Every message says what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


class GraphError(Exception):
    """Anything that this package refuses or could not do."""


class NoToken(GraphError):
    """There is no access token to ask with."""


class NoAnswer(GraphError):
    """The graph cannot be reached, or what answers is no graph."""


class WrongDocument(GraphError):
    """The document cannot be paged through as it is written."""


class Refused(GraphError):
    """The graph refused the question, or could not answer all of it: a table is never made of half an answer.

    `errors` holds what the graph said, `codes` the codes in it (for example NOT_FOUND or SUBGRAPH_UNAVAILABLE).
    """

    def __init__(self, errors: Sequence[Mapping[str, Any]]) -> None:
        self.errors = list(errors)
        self.codes = [str(_extension(error, "code")) for error in errors]
        super().__init__("\n".join(_sentence(error) for error in errors))


def _sentence(error: Mapping[str, Any]) -> str:
    path = ".".join(str(step) for step in error.get("path") or [])
    reference = _extension(error, "reference")
    return (
        f"{error.get('message')} [{_extension(error, 'code')}]"
        + (f" at {path}" if path else "")
        + (f", reference {reference}" if reference else "")
    )


def _extension(error: Mapping[str, Any], name: str) -> Any:
    return (error.get("extensions") or {}).get(name)
