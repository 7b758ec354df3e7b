"""What whoever a lead is about is owed: that they are told, and what becomes by itself of those nobody speaks to."""

from datetime import timedelta

from sandbox.looks.scene import BEGINS, Scene

REMINDED, LOCKED, ERASED = (BEGINS + timedelta(days=days, hours=1) for days in (28, 31, 40))


def tell(on: Scene) -> None:
    ada, ravi = on.human("ada"), on.human("ravi")
    on.until(REMINDED)
    today = on.message("today-untold", ravi, on.dm(ravi, "where we got their name"))
    ravi.clicks("Text to send: Oscorp", on=today)
    on.form("page-notice", ravi)
    on.until(LOCKED)
    owned = on.message("owned-locked", ravi, on.dm(ravi, "Umbrella Gardens is yours"))
    ravi.clicks("More…", on=owned)
    ravi.clicks("Unlock…")
    on.form("form-need", ravi)
    on.until(ERASED)
    on.opens_home(ada)
    ada.clicks("What was erased", on="home")
    on.form("page-erased", ada)
