"""Winning: thanks with words, words that follow, the company's; a hire; and a win that was none."""

from datetime import timedelta

from sandbox.looks.scene import BEGINS, Scene
from sandbox.people import Human

TUESDAY = BEGINS + timedelta(days=8, hours=5)


def tell(on: Scene) -> None:
    on.until(TUESDAY)
    rita = on.human("rita")
    rita.clicks("Still working: Initrode", on=on.dm(rita, "How does it go?"))
    _with_words(on)
    _undone(on)
    _words_that_follow(on)
    _hired(on)
    _without_words(on)


def _won(on: Scene, line: str, giver: Human, winner: Human, **typed: object) -> None:
    """Logged by `giver`, taken by Rita, and said to be won by `winner`."""
    on.logs(giver, line)
    title = line.partition(",")[0]
    on.clicks(on.human("rita"), "I'll take it", title)
    on.clicks(winner, "Update…", title)
    winner.clicks("Won")
    on.fills(winner, **typed)
    on.shuts(winner)
    on.minutes(3)


def _with_words(on: Scene) -> None:
    erin = on.human("erin")
    thanks = "Erin, you heard what they needed before they said it. Thank you!"
    _won(on, "Cyberdyne, Miles Dyson, miles@cyberdyne.example", erin, on.human("rita"), thanks=thanks, may_name=["yes"])
    on.message("thanks", erin, on.dm(erin, "It is won: Cyberdyne"))
    on.message("win-post", on.human("wanda"), on.posted("wins", "Won: Cyberdyne"))
    on.message("card-won", on.human("wanda"), on.posted("leads", "Cyberdyne"))


def _undone(on: Scene) -> None:
    erin, mara, rita = on.human("erin"), on.human("mara"), on.human("rita")
    on.clicks(mara, "Update…", "Cyberdyne")
    mara.clicks("Undo the win")
    on.form("form-unwin", mara, then="open")
    on.fills(mara, word="The contract comes in January.")
    on.shuts(mara)
    on.minutes(3)
    on.message("thanks-undone", erin, on.dm(erin, "A win was taken back"))
    on.message("win-undone", on.human("wanda"), on.posted("wins", "A win was taken back"))
    on.message("unwon", rita, on.dm(rita, "A win was taken back"))


def _words_that_follow(on: Scene) -> None:
    wanda, rita = on.human("wanda"), on.human("rita")
    _won(on, "Stark, Pepper Potts, pepper@stark.example", wanda, on.human("mara"))
    on.message("thanks-to-follow", wanda, on.dm(wanda, "thanks to follow"))
    on.message("words-wanted", rita, on.dm(rita, "still missing"))
    on.home("home-owes", rita)
    rita.clicks("Say thank you", on="home")
    on.form("form-thank", rita, then="open")
    on.fills(rita, thanks="Better late than never: thank you, Wanda!")
    on.shuts(rita)
    on.minutes(3)
    on.message("thanks-following", wanda, on.dm(wanda, "Better late than never"))


def _hired(on: Scene) -> None:
    erin, ruth = on.human("erin"), on.human("ruth")
    owned = on.dm(ruth, "is yours, given by Erin")
    ruth.clicks("More…", on=owned)
    ruth.clicks("Offer")
    on.shuts(ruth)
    on.settle()
    ruth.clicks("Hired", on=owned)
    on.form("form-hired", ruth, then="open")
    on.fills(ruth, thanks="What a find. Thank you, Erin!", on="2027-01-11")
    on.shuts(ruth)
    on.minutes(3)
    on.message("thanks-talent", erin, on.dm(erin, "Hired: a possible colleague"))
    on.message("win-post-talent", on.human("wanda"), on.posted("wins", "Hired"))


def _without_words(on: Scene) -> None:
    erin = on.human("erin")
    _won(on, "Wayne, Lucius Fox, lucius@wayne.example", erin, on.human("rita"))
    on.minutes(60 * 48)
    on.message("thanks-company", erin, on.dm(erin, "In the name of us all"))
    on.message("win-post-company", on.human("wanda"), on.posted("wins", "In the name of us all"))
