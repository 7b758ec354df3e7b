"""For how long a lead counts as its giver's: a warning, and the end; a month is enough here."""

from datetime import timedelta

from sandbox.looks.scene import Scene
from sandbox.sight import DM


def tell(on: Scene) -> None:
    ada, mona, wanda, ravi = (on.human(name) for name in ("ada", "mona", "wanda", "ravi"))
    ada.clicks("How long it is theirs", on="home")
    on.fills(ada, window="30")
    mona.types("/lead settings", "general")
    on.fills(mona, rhythm="milestones")  # no update comes in the same message
    on.forget_whispers()
    on.logs(mona, "Duff, Carl Carlson, carl@duff.example")
    on.clicks(ravi, "I'll take it", "Duff")
    ravi.clicks("More…", on=DM)
    ravi.clicks("I called")
    on.shuts(ravi)
    _days(on, 18)
    on.message("window", mona, on.dm(mona, "Until"))
    _days(on, 15)
    on.message("window-over", mona, on.dm(mona, "somebody else who gives it gives it anew"))
    on.logs(wanda, "Duff, Carl Carlson, carl@duff.example")
    _unrewarded(on)
    on.message("given-anew", mona, on.dm(mona, "so both stand"))
    on.message("receipt-anew", wanda, on.dm(wanda, "Nothing had happened to it for long"))


def _unrewarded(on: Scene) -> None:
    ada, ruth = on.human("ada"), on.human("ruth")
    ada.clicks("Who is rewarded…", on="home")
    on.fills(ada, roles=["recruiter"], words="Recruiters have a bonus of their own.")
    ruth.types("/lead Kwik Trip, Apu, apu@kwik.example", "general")
    on.form("form-lead-unrewarded", ruth, then="open")
    on.fills(ruth)
    on.message("receipt-unrewarded", ruth, on.dm(ruth, "Recruiters have a bonus"))


def _days(on: Scene, days: int) -> None:
    on.until(on.sandbox.world.now() + timedelta(days=days))
