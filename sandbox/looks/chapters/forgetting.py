"""What whoever a lead is about is owed: that they are told, and what becomes by itself of those nobody speaks to."""

from datetime import datetime, timedelta

from sandbox.looks.scene import BEGINS, Scene

REMINDED, LOCKED = (BEGINS + timedelta(days=days, hours=1) for days in (28, 31))


def tell(on: Scene) -> None:
    ada, ravi = on.human("ada"), on.human("ravi")
    _later(on, REMINDED)
    today = on.message("today-untold", ravi, on.dm(ravi, "where we got their name"))
    ravi.clicks("Text to send: Oscorp", on=today)
    on.form("page-notice", ravi)
    _later(on, LOCKED)
    owned = on.message("owned-locked", ravi, on.dm(ravi, "Umbrella Gardens is yours"))
    ravi.clicks("More…", on=owned)
    ravi.clicks("Unlock…")
    on.form("form-need", ravi)
    on.opens_home(ada)
    ada.clicks("What was erased", on="home")
    on.form("page-erased", ada)
    _taken_back(on)


def _taken_back(on: Scene) -> None:
    erin = on.human("erin")
    on.logs(erin, "Wayne Logistics, Lou Fox, lou@wayne.example")
    receipt = on.dm(erin, "is logged. Thank you for Wayne Logistics")
    erin.clicks("Withdraw", on=receipt)
    on.minutes(1)
    on.message("receipt-withdrawn", erin, receipt)
    on.message("confirm-forget", erin, receipt, press="Erase what I gave")


def _later(on: Scene, moment: datetime) -> None:
    """At once, as after an outage: the story need not wait for each morning of these weeks."""
    on.sandbox.world.move(moment)
    on.minutes(1)
