"""Where the access token comes from."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from leader_graph.errors import NoToken

_PERSONA = "reporter"
_PATIENCE_SECONDS = 60


class Token(Protocol):
    """Gives the current access token; `renewed` says whether there was a newer one to fetch."""

    def current(self) -> str: ...

    def renewed(self) -> bool: ...


class GivenToken:
    """A token that somebody else fetched, and that nobody can renew."""

    def __init__(self, text: str) -> None:
        self._text = text

    def current(self) -> str:
        return self._text

    def renewed(self) -> bool:
        return False


class LocalToken:
    """The analyst's token of the network on this machine, from `npm run -s token -- reporter`; fetched anew when it has ended."""

    def __init__(self, repository: Path) -> None:
        self._repository = repository
        self._text: str | None = None

    def current(self) -> str:
        if self._text is None:
            self._text = _ask_the_command_line(self._repository)
        return self._text

    def renewed(self) -> bool:
        self._text = None
        return True


def token_from(environment: Mapping[str, str] = os.environ, folder: Path | None = None) -> Token:
    """`LEADER_TOKEN` where it is set, otherwise the command line of the repository around `folder` (here, unless given).

    Raises NoToken where there is neither.
    """
    given = environment.get("LEADER_TOKEN", "").strip()
    if given:
        return GivenToken(given)
    repository = _repository_around(folder or Path.cwd())
    if repository is None:
        raise NoToken("Set LEADER_TOKEN to an access token, or run this inside the repository while `npm start` runs.")
    return LocalToken(repository)


def _repository_around(folder: Path) -> Path | None:
    for place in (folder.resolve(), *folder.resolve().parents):
        manifest = place / "package.json"
        if manifest.is_file() and json.loads(manifest.read_text("utf-8")).get("name") == "leader-occitanie":
            return place
    return None


def _ask_the_command_line(repository: Path) -> str:
    npm = shutil.which("npm")
    if npm is None:
        raise NoToken("There is no npm to fetch a token with: set LEADER_TOKEN to an access token.")
    try:
        done = subprocess.run(
            [npm, "run", "-s", "token", "--", _PERSONA],
            cwd=repository,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NoToken(f"`npm run -s token -- {_PERSONA}` did not end: set LEADER_TOKEN to an access token.") from None
    if done.returncode != 0:
        raise NoToken(f"`npm run -s token -- {_PERSONA}` gave no token: {done.stderr.strip() or 'it said nothing'}")
    return done.stdout.strip()
