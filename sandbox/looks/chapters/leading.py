"""Leading: App Home of each, the board, what is wrong, the file, the week; and the third week's mornings."""

from datetime import UTC, datetime

from sandbox.looks.scene import Scene

AUCKLAND_MONDAY = datetime(2026, 12, 6, 20, 5, tzinfo=UTC)
RETURN = datetime(2026, 12, 7, 14, 5, tzinfo=UTC)


def tell(on: Scene) -> None:
    _finding(on)
    _what_is_wrong(on)
    _the_file(on)
    _the_week(on)
    _back_again(on)


def _finding(on: Scene) -> None:
    erin, mara = on.human("erin"), on.human("mara")
    on.home("home-giver", erin)
    erin.clicks("More", on="home")
    on.form("page-list", erin)
    erin.clicks("Find leads", on="home")
    on.form("page-find", erin)
    erin.types("/lead find unicorn", "general")
    on.form("page-find-none", erin)
    erin.types("/lead mine", "general")
    on.whisper("command-mine", erin)
    on.home("home-manager", mara)
    mara.clicks("Open the board", on="home")
    on.form("page-board", mara)


def _what_is_wrong(on: Scene) -> None:
    erin, mona = on.human("erin"), on.human("mona")
    erin.clicks("Tell us what's wrong", on="home")
    on.form("form-wrong", erin, then="open")
    on.fills(erin, word="I cannot find the lead that I gave in May.")
    on.form("answer-wrong", erin)
    on.minutes(3)
    on.message("remark", mona, on.dm(mona, "tells you what is wrong"))


def _the_file(on: Scene) -> None:
    mara = on.human("mara")
    on.home("confirm-export", mara, press="Export as CSV")
    mara.clicks("Export as CSV", on="home")
    on.settle()
    on.form("answer-export", mara)
    on.message("export", mara, on.dm(mara, "Your file of"))


def _the_week(on: Scene) -> None:
    ada, mara, ravi = on.human("ada"), on.human("mara"), on.human("ravi")
    on.opens_home(ada)
    ada.clicks("People", on="home")
    on.fills(ada, marketer=["mona"])
    on.until(AUCKLAND_MONDAY)
    on.message("digest", mara, on.dm(mara, "referrers in the loop"))
    ravi.types("/lead digest", "general")
    on.whisper("digest-own", ravi)


def _back_again(on: Scene) -> None:
    mona, ravi, rita = on.human("mona"), on.human("ravi"), on.human("rita")
    on.until(RETURN)
    on.message("digest-marketer", mona, on.dm(mona, "referrers in the loop"))
    on.message("returned", ravi, on.dm(ravi, "Welcome back"))
    today = on.dm(rita, "How does it go?")
    rita.clicks("Still working: Initrode", on=today)
    on.settle()
    on.message("today-stuck", rita, today)
