"""Files that people share: with the message that a lead is made of, in its thread, and where nobody else sees them."""

from sandbox.looks.scene import Scene
from sandbox.sight import DM

FILE = b"a file"


def tell(on: Scene) -> None:
    erin, ravi = on.human("erin"), on.human("ravi")
    met = erin.says("I met Kent of Channel Six at the fair", "general", files={"Kent's card.pdf": FILE})
    on.settle()
    erin.message_shortcut("Log this as a lead", met)
    on.form("form-lead-files", erin, then="open")
    on.fills(erin, name="Channel Six")
    on.clicks(ravi, "I'll take it", "Channel Six")
    card = on.posted("leads", "Channel Six")
    erin.says("They sent us this", "leads", card.thread_ts or card.ts, {"Payroll in numbers.pdf": FILE})
    on.minutes(3)
    told = on.message("attached", ravi, on.dm(ravi, "shared a file about"))
    ravi.clicks("Open", on=told)
    on.form("page-lead-files", ravi)
    erin.says("And their organisation chart", DM, files={"chart.pdf": FILE})
    on.settle()
    on.message("typed-file", erin, on.dm(erin, "words about Channel Six"))
