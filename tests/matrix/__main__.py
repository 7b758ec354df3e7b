"""Tries every cell of product.md's table of moves, and says how many there are: `make matrix`."""

import logging
import sys
import tempfile
from pathlib import Path

from sandbox.server import Sandbox
from tests.databases import databases
from tests.matrix import product
from tests.matrix.stage import matrix
from tests.matrix.test_moves import every_cell, wrong
from tests.serving import serving


def main() -> int:
    logging.disable(logging.WARNING)
    cells = [cell for kind in product.KINDS for cell in every_cell(kind)]
    with (
        tempfile.TemporaryDirectory() as folder,
        databases(Path(folder)) as made,
        made.fresh("sqlite") as url,
        serving() as server,
        Sandbox() as sandbox,
        matrix(sandbox, server, url) as company,
    ):
        found = [said for cell in cells if (said := wrong(company, *cell))]
    sys.stdout.write("\n".join((*found, f"{len(cells)} cells of the table of moves, {len(found)} wrong\n")))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
