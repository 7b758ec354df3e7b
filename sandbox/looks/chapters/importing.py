"""Lists that were kept elsewhere come in: on the machine where the bot runs, and from Slack."""

import csv
import io

from sandbox.looks.scene import Scene
from sandbox.people import Human

HEADING = ("name", "person", "email", "given_by", "logged_on", "status", "owner")


def tell(on: Scene) -> None:
    ada = on.human("ada")
    on.bring(_list(on))
    on.minutes(1)
    on.message("imported", ada, on.dm(ada, "leads.csv is in"))

    _from_slack(on, ada)


def _from_slack(on: Scene, ada: Human) -> None:
    ada.clicks("Bring your list…", on="home")
    ada.clicks("Send me a template")
    ada.closes()
    on.form("form-bring", ada)
    on.minutes(1)
    on.message("template", ada, on.dm(ada, "A list to begin with"))
    ada.clicks("Bring your list…", on="home")
    ada.attaches("list", {"fair.csv": _fair(on).encode()})
    on.fills(ada)
    ada.closes()
    on.minutes(1)
    tried = on.dm(ada, "fair.csv was tried")
    on.message("incoming-tried", ada, tried)
    on.message("incoming-report", ada, on.dm(ada, "What would become of each row of fair.csv"))
    ada.clicks("Bring them in", on=tried)
    on.minutes(1)
    on.message("incoming-done", ada, on.dm(ada, "The list fair.csv is in"))
    _unreadable(on, ada)


def _unreadable(on: Scene, ada: Human) -> None:
    ada.clicks("Bring your list…", on="home")
    ada.attaches("list", {"people.csv": b"Who;Where\nPym;London\n"})
    on.fills(ada)
    ada.closes()
    on.minutes(1)
    on.message("incoming-failed", ada, on.dm(ada, "people.csv could not be read"))


def _fair(on: Scene) -> str:
    """With what a list has that grew for years: somebody twice, a status of its own, a column for nobody."""
    erin, wanda = (on.human(name).user.real_name for name in ("erin", "wanda"))
    file = io.StringIO()
    csv.writer(file).writerows(
        (
            ("Company", "Contact", "Mail", "Given by", "Date", "Stage", "Budget"),
            ("Pym Technologies", "Hope Dyne", "hope@pym.example", erin, "2026-09-15", "", "9"),
            ("Pied Piper", "Dinesh", "dinesh@piper.example", wanda, "2026-09-15", "lost", ""),
            ("Oscorp", "", "max@oscorp.example", "Ruth Richter", "2026-09-15", "", ""),
            ("Wayne", "", "bruce at wayne", erin, "2026-09-16", "", ""),
            ("Daily Planet", "", "", "Lois Lane", "2026-09-16", "hot", ""),
        )
    )
    return file.getvalue()


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
