"""What a look for duplicates costs among very many leads, and how often it is right where names are spelt otherwise."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from anyascii import anyascii
from sqlalchemy import text

from benchmarks.company import company as known_company
from benchmarks.crowd import BATCH
from benchmarks.names import FORMS, TRADES, company, domain, person
from benchmarks.postgres import postgres
from benchmarks.table import Row
from bot.accounts import account
from bot.ids import LeadId, PersonId
from bot.leads import Given, Kind, Lead, Status
from bot.matching import Link, keys, matches
from bot.patience import Patience
from bot.privacy import digest, own
from storage.opening import open_store
from storage.store import SqlStore
from storage.tables import leads, match_keys, traces

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
LOOKS, LABELLED = 500, 400
"""So many looks are timed, and so many of each way of writing the same are judged."""
AMONG = 20_000
LIMITS = {100_000: 25.0, 1_000_000: 100.0}
"""Milliseconds at the 99th percentile."""
MISSED, WRONG = 5.0, 2.0
"""Of 100: what may be missed of those that are the same, and what may be wrong of what was found."""
CYRILLIC = str.maketrans("abcdefghiklmnoprstuvwz", "абкдефгхиклмнопрстуввз") | {ord("x"): "кс"}

Spelling = Callable[[Given, Random], Given]


def likening(folder: Path, *, many: int) -> list[Row]:
    rows = [*_timed("SQLite", f"sqlite:///{folder / 'like.db'}", many)]
    with postgres("likening") as (url,):
        rows += _timed("PostgreSQL", url, many)
    return rows + _judged(f"sqlite:///{folder / 'judged.db'}")


def million(folder: Path) -> list[Row]:
    """To fill it takes seven minutes, so it is asked for by its name."""
    return [*_timed("SQLite", f"sqlite:///{folder / 'million.db'}", 1_000_000)]


def _timed(engine: str, url: str, many: int) -> Iterator[Row]:
    store = _filled(url, many)
    took = sorted(_look(store, given) for given in _asked(many))
    store.close()
    limit = LIMITS.get(many, LIMITS[100_000])
    yield Row(f"{engine}: duplicates among {many:,} leads, p99; limit", took[len(took) * 99 // 100], limit, "ms", 1)


def _asked(many: int) -> Iterator[Given]:
    """Half of them are known already, half are new."""
    random = Random(5)
    for n in range(LOOKS):
        yield _given(random.randrange(many), many) if n % 2 else _given(many + n, many)


def _look(store: SqlStore, given: Given) -> float:
    before = perf_counter()
    with store.read() as unit:
        matches(given, unit.comparable(given))
    return 1000 * (perf_counter() - before)


def _given(n: int, many: int) -> Given:
    """The n-th lead: some companies have many, most have one or two."""
    which = int((many * 0.6) * Random(n).random() ** 2) if n < many else n
    reach = person(n).split()[-1].casefold()
    return Given(
        Kind.SALES,
        company(which),
        person=person(n),
        email=f"{anyascii(reach)}@{domain(which)}",
        phone=f"+346{n:08}",
    )


def _filled(url: str, many: int) -> SqlStore:
    referrer, *_ = known_company(url, NOW)
    store, _ = open_store(url, patience=Patience())
    with store.engine.begin() as connection:
        for start in range(0, many, BATCH):
            given = [_given(n, many) for n in range(start, min(start + BATCH, many))]
            for table, rows in _rows(given, start + 1, referrer).items():
                connection.execute(table.insert(), rows)
        connection.execute(text("ANALYZE"))
    return store


def _rows(given: Sequence[Given], first: int, referrer: PersonId) -> dict[Any, list[dict[str, Any]]]:
    numbered = list(enumerate(given, first))
    return {
        leads: [asdict(_lead(n, one, referrer)) | {"account": account(one.name)} for n, one in numbered],
        match_keys: [{"key": key, "lead": n} for n, one in numbered for key in keys(one)],
        traces: [{"trace": digest(trace), "way": way, "lead": n} for n, one in numbered for way, trace in own(one)],
    }


def _lead(n: int, given: Given, referrer: PersonId) -> Lead:
    return Lead(**vars(given), id=LeadId(n), referrer=referrer, status=Status.CONTACTED, logged_at=NOW, moved_at=NOW)


def _typo(name: str, random: Random) -> str:
    """Two letters changed places, one is missing, doubled or another."""
    at = random.randrange(1, max(len(name) - 2, 2))
    return random.choice(
        (
            name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :],
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + random.choice("aeionrst") + name[at + 1 :],
        )
    )


def _bare(name: str) -> str:
    return name.rsplit(" ", 1)[0] if name.rsplit(" ", 1)[-1] in FORMS else name


def _unreached(given: Given) -> Given:
    return replace(given, email="", phone="")


def _by_mail(given: Given, _: Random) -> Given:
    return Given(Kind.SALES, "?", email=given.email.replace("@", "+x@").upper())


def _by_number(given: Given, _: Random) -> Given:
    return Given(Kind.SALES, "?", person=given.person, phone=given.phone.removeprefix("+34"))


def _somebody_else(given: Given, random: Random) -> Given:
    return replace(_unreached(given), person=person(random.randrange(9**9)), email=f"x@{given.email.split('@')[1]}")


def _somebody_else_misspelt(given: Given, random: Random) -> Given:
    return replace(_unreached(_somebody_else(given, random)), name=_typo(_bare(given.name), random))


def _in_another_trade(given: Given, random: Random) -> Given:
    trade = random.choice([trade for trade in TRADES if trade not in given.name])
    return replace(_unreached(given), name=f"{given.name.split()[0]} {trade}")


SAME: dict[str, Spelling] = {
    "another legal form": lambda g, r: replace(_unreached(g), name=f"{_bare(g.name)} {r.choice(FORMS)}".strip()),
    "a typo in the company": lambda g, r: replace(_unreached(g), name=_typo(_bare(g.name), r)),
    "a typo in the person": lambda g, r: replace(_unreached(g), person=_typo(g.person, r)),
    "without accents": lambda g, _: replace(_unreached(g), person=anyascii(g.person), name=anyascii(g.name)),
    "in Cyrillic": lambda g, _: replace(_unreached(g), name=_bare(g.name).casefold().translate(CYRILLIC).title()),
    "last name first": lambda g, _: replace(_unreached(g), person=", ".join(reversed(g.person.split()))),
    "an address with a tag": _by_mail,
    "a number without its country": _by_number,
    "in another company by now": lambda g, _: replace(g, name=company(9_000_001), email="new@elsewhere.example"),
}
COMPANY: dict[str, Spelling] = {
    "somebody else there": _somebody_else,
    "somebody else, and a typo": _somebody_else_misspelt,
}
OTHER: dict[str, Spelling] = {
    "another company": lambda g, r: replace(_unreached(g), name=company(r.randrange(10**7, 10**8)), person=g.person),
    "another trade": _in_another_trade,
}
"""Nobody of these is known: the name of somebody at another company, or of a company that begins alike."""


def _judged(url: str) -> list[Row]:
    """Each way of writing, of so many leads: which of them are found, and what else is."""
    store = _filled(url, AMONG)
    random = Random(11)
    missed = found = wrong = asked = 0
    for label, ways in ((Link.SAME, SAME), (Link.COMPANY, COMPANY), (None, OTHER)):
        for way, spell in ways.items():
            here = _judge(store, label, spell, random)
            print(f"{label or 'another'}: {way}: {here[0]} of {here[3]} missed, {here[2]} of {here[1]} found are wrong")
            missed, found, wrong, asked = (a + b for a, b in zip((missed, found, wrong, asked), here, strict=True))
    store.close()
    return [
        Row("duplicates missed, of 100 that are written otherwise; limit", 100 * missed / asked, MISSED, "", 1),
        Row("found, of 100 the wrong ones; limit", 100 * wrong / max(found, 1), WRONG, "", 1),
    ]


def _judge(store: SqlStore, label: Link | None, spell: Spelling, random: Random) -> tuple[int, int, int, int]:
    """(missed, found, wrong, asked)."""
    missed = found = wrong = 0
    for _ in range(LABELLED):
        n = random.randrange(AMONG)
        given = _given(n, AMONG)
        written = spell(given, random)
        with store.read() as unit:
            got = {match.lead: match.link for match in matches(written, unit.comparable(written))}
            known = {lead: unit.lead(lead) for lead in got}
        missed += label is not None and got.get(LeadId(n + 1)) is not label
        found += len(got)
        wrong += sum(not _is_right(link, written, given, known[lead], label) for lead, link in got.items())
    return missed, found, wrong, LABELLED if label else 0


def _is_right(link: Link, written: Given, given: Given, other: Lead, label: Link | None) -> bool:
    """Of the same company by the names as they were made; of the same person by theirs."""
    companies = {account(given.name), account(written.name)} if label else {account(written.name)}
    same_company = account(other.name) in companies
    if link is Link.COMPANY:
        return same_company
    return label is Link.SAME and other.person == given.person and (same_company or other.phone == given.phone)
