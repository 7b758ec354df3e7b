"""Who never asked to be in it: how to reach them, and what whoever answers them sees and does."""

from sandbox.looks.scene import Scene

DAVID = "david@wernham.example"
GIVEN = f"Wernham, David Brent, {DAVID}, sells paper in Slough"


def tell(on: Scene) -> None:
    _a_lead(on)
    _answering(on)
    _held_back(on)
    _erased(on)
    _never_again(on)


def _a_lead(on: Scene) -> None:
    erin, ravi, mara = on.human("erin"), on.human("ravi"), on.human("mara")
    on.logs(erin, GIVEN)
    on.clicks(mara, "Update…", "Wernham")
    mara.clicks("Give to…")
    on.fills(mara, owner="ravi")
    on.shuts(mara)
    on.minutes(3)
    ravi.clicks("Contact", on=on.dm(ravi, "Wernham · David"))
    on.form("page-contact", ravi)
    on.opens_home(mara)
    mara.clicks("Export as CSV", on="home")
    on.settle()
    on.shuts(mara)


def _finds(on: Scene, words: str = DAVID) -> None:
    mona = on.human("mona")
    mona.types("/lead privacy", "general")
    mona.sets("words", words)
    mona.submits()


def _does(on: Scene, deed: str) -> None:
    """For the one lead that was found."""
    mona = on.human("mona")
    _finds(on)
    on.fills(mona, deed=deed)


def _answering(on: Scene) -> None:
    mona, ravi = on.human("mona"), on.human("ravi")
    ravi.types("/lead privacy", "general")
    on.whisper("refusal-privacy", ravi)
    mona.types("/lead privacy", "general")
    on.form("form-find-person", mona)
    _finds(on, "unicorn")
    on.form("page-nobody", mona)
    _finds(on)
    on.form("form-privacy", mona)
    _does(on, "correct")
    on.form("form-correct", mona)
    _does(on, "copy")
    on.form("answer-copy", mona)
    on.message("copy", mona, on.dm(mona, "The copy that you asked for"))


def _held_back(on: Scene) -> None:
    mona = on.human("mona")
    _does(on, "restrict")
    on.shuts(mona)
    on.message("card-held-back", mona, on.posted("leads", "(held back)"))
    _does(on, "object")
    on.shuts(mona)
    on.minutes(3)
    ravi = on.human("ravi")
    on.message("objected", ravi, on.dm(ravi, "They asked for no more contact"))


def _erased(on: Scene) -> None:
    mona, erin, ravi, mara = (on.human(name) for name in ("mona", "erin", "ravi", "mara"))
    _does(on, "erase")
    on.form("form-erase", mona, then="open")
    on.fills(mona)
    on.form("answer-erased", mona)
    on.settle()
    on.message("card-erased", erin, on.posted("leads", "(erased)"))
    on.message("request", mona, on.dm(mona, "are written anew"))
    on.minutes(24 * 60)
    on.message("erased", erin, on.dm(erin, "A lead that you gave was erased"))
    on.message("erased-owner", ravi, on.dm(ravi, "A lead that you had was erased"))
    on.message("file-gone", mara, on.dm(mara, "is taken away"))


def _never_again(on: Scene) -> None:
    mona, wanda = on.human("mona"), on.human("wanda")
    wanda.types(f"/lead {GIVEN}", "general")
    wanda.submits()
    on.form("refusal-objected", wanda)
    _finds(on)
    on.form("form-allow", mona)
