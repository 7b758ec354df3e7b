"""Talking to the bot: about a lead, or with a lead in it."""

from sandbox.looks.scene import Scene
from sandbox.sight import DM


def tell(on: Scene) -> None:
    erin, ravi = on.human("erin"), on.human("ravi")
    erin.says("Tyrell looks for somebody who counts owls")
    on.settle()
    typed = on.message("typed", erin, on.dm(erin, "Is this a lead?"))
    erin.clicks("Log this as a lead", on=typed)
    on.form("form-lead-words", erin, then="open")
    on.fills(erin)
    on.logs(erin, "Gekko, looks for people who count")
    answered = on.dm(erin, "Ravi Rao wrote to you about Acme")
    erin.says("Jane likes chess, by the way.", DM, answered.ts)
    on.settle()
    about = on.message("typed-about", erin, on.dm(erin, "Who should read your words"))
    erin.clicks("Send to Ravi", on=about)
    on.settle()
    on.message("typed-settled", erin, on.dm(erin, "You wrote about Acme"))
    on.minutes(3)
    on.message("remarked", ravi, on.dm(ravi, "Jane likes chess"))
