"""Nodes of a graph as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd


def table(nodes: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """One row per node. Objects become columns `outer.inner`; an object that is null leaves its columns empty; lists stay lists."""
    rows = [dict(_flat(node)) for node in nodes]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    kept = [name for name in columns if not _is_an_object_elsewhere(name, columns)]
    return pd.DataFrame([[row.get(name) for name in kept] for row in rows], columns=kept)


def _flat(node: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in node.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _is_an_object_elsewhere(name: str, columns: Sequence[str]) -> bool:
    return any(other.startswith(f"{name}.") for other in columns)
