"""What a giver offers besides the lead: an introduction, their name, their advice."""

from sandbox.looks.scene import Scene
from sandbox.people import Human
from sandbox.sight import DM


def tell(on: Scene) -> None:
    erin, ravi = on.human("erin"), on.human("ravi")
    _no_marketers(on)
    _given(on, erin)
    on.clicks(ravi, "I'll take it", "Pendant")
    on.forget_whispers()
    on.message("owned-offers", ravi, on.dm(ravi, "Erin Ortega offers an introduction"))
    _introduced(on, erin, ravi)
    _mentioned(on, erin, ravi)
    _advised(on, erin, ravi)


def _no_marketers(on: Scene) -> None:
    """Whoever works leads takes them at once."""
    ada = on.human("ada")
    on.opens_home(ada)
    ada.clicks("People", on="home")
    on.fills(ada, marketer=[])
    on.forget_whispers()


def _given(on: Scene, erin: Human) -> None:
    erin.types("/lead Pendant, Elaine Benes, elaine@pendant.example", "general")
    erin.clicks("Add details")
    erin.sets("tie", "well")
    erin.sets("offers", ["introduction", "name", "advice"])
    on.form("form-lead-offers", erin, then="open")
    on.fills(erin)


def _introduced(on: Scene, erin: Human, ravi: Human) -> None:
    ravi.clicks("Ask Erin for the introduction", on=DM)
    on.whisper("answer-offer-asked", ravi)
    on.minutes(1)
    asked = on.message("offer-introduction", erin, on.dm(erin, "would like the introduction"))
    erin.clicks("I introduced them", on=asked)
    on.whisper("answer-offer-done", erin)
    on.minutes(3)
    on.message("offer-done", erin, asked)
    on.message("offer-answered", ravi, on.dm(ravi, "made the introduction to"))


def _mentioned(on: Scene, erin: Human, ravi: Human) -> None:
    ravi.clicks("Ask to mention Erin", on=DM)
    on.minutes(1)
    asked = on.message("offer-name", erin, on.dm(erin, "would like to mention you"))
    erin.clicks("Not now", on=asked)
    on.minutes(3)
    on.message("offer-later", erin, asked)
    on.message("offer-answered-later", ravi, on.dm(ravi, "would rather not be mentioned to"))


def _advised(on: Scene, erin: Human, ravi: Human) -> None:
    ravi.clicks("Ask Erin for advice", on=DM)
    ravi.sets("word", "Who decides there, and how do they like to hear from us?")
    on.form("form-question", ravi, then="open")
    on.fills(ravi)
    on.minutes(1)
    asked = on.message("offer-advice", erin, on.dm(erin, "would like your advice"))
    erin.clicks("Give advice", on=asked)
    erin.sets("word", "Elaine decides, after a pilot. Call her: she never reads mail.")
    on.form("form-advice", erin, then="open")
    on.fills(erin)
    on.minutes(3)
    on.message("offer-advised", ravi, on.dm(ravi, "advises you on"))
