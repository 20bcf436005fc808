"""Runs a notebook from its first cell to its last, and keeps its outputs: `python run.py notebooks/members-over-time.ipynb [copy.ipynb]`."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

PATIENCE_SECONDS = 300
PACKAGE = Path(__file__).resolve().parent / "src"


def run(source: Path, target: Path) -> None:
    """Writes `source` with fresh outputs to `target`; a cell that fails leaves `target` as it was."""
    notebook = nbformat.read(source, as_version=4)
    # Without the times of a run, running it again on the same data changes nothing.
    client = NotebookClient(
        notebook, timeout=PATIENCE_SECONDS, kernel_name="python3", record_timing=False, resources={"metadata": {"path": str(source.parent)}}
    )
    # The package of this folder is the one that is used, whether it is installed or not.
    paths = os.pathsep.join([str(PACKAGE), os.environ.get("PYTHONPATH", "")])
    client.execute(env={**os.environ, "PYTHONPATH": paths, "PYDEVD_DISABLE_FILE_VALIDATION": "1"})
    notebook.metadata["language_info"].pop("version", None)
    nbformat.write(notebook, target)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    try:
        run(Path(sys.argv[1]), Path(sys.argv[-1]))
    except CellExecutionError as error:
        sys.exit(re.sub(r"\x1b\[[0-9;]*m", "", str(error)))
