"""A list that was kept elsewhere comes in, on the machine where the bot runs."""

import csv
import io

from sandbox.looks.scene import Scene

HEADING = ("name", "person", "email", "given_by", "logged_on", "status", "owner")


def tell(on: Scene) -> None:
    ada = on.human("ada")
    on.bring(_list(on))
    on.minutes(1)
    on.message("imported", ada, on.dm(ada, "leads.csv is in"))


def _list(on: Scene) -> str:
    erin, wanda, ravi = (on.human(name).user.real_name for name in ("erin", "wanda", "ravi"))
    file = io.StringIO()
    csv.writer(file).writerows(
        (
            HEADING,
            ("Oscorp", "Max Dillon", "max@oscorp.example", erin, "2026-02-03", "", ""),
            ("Massive Dynamic", "Nina Sharp", "nina@massive.example", wanda, "2025-11-20", "meeting", ravi),
            ("Virtucon", "", "", erin, "2024-05-06", "lost", ""),
            ("Oscorp", "Norman Osborn", "norman@oscorp.example", erin, "2026-03-01", "", ""),
            ("Oscorp", "", "max@oscorp.example", wanda, "2026-03-01", "", ""),
            ("Duff", "", "not an address", wanda, "", "", ""),
        )
    )
    return file.getvalue()
