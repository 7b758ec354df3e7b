"""Each person's terms: how often they hear, and nothing before a day."""

from datetime import timedelta

from sandbox.looks.scene import BEGINS, Scene

TUESDAY = BEGINS + timedelta(days=1)


def tell(on: Scene) -> None:
    ada, erin, ravi = on.human("ada"), on.human("erin"), on.human("ravi")
    erin.clicks("Not before…", on=on.dm(erin, "Acme: Ravi Rao took it"))
    on.form("form-snooze", erin)
    ada.types("/lead settings", "general")
    on.form("form-terms", ada, then="open")
    on.fills(ada, rhythm="daily")
    on.whisper("answer-terms", ada)
    for line in ("Oscorp, moves its people to Valencia", "Umbrella Gardens, opens next year"):
        on.logs(ada, line)
        on.clicks(ravi, "I'll take it", line.partition(",")[0])
    on.until(TUESDAY)
    on.message("news", ada, on.dm(ada, "News of your leads"))
