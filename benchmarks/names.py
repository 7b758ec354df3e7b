"""Names of companies and people in any number, each the same in every run; as varied as names are."""

from random import Random

FORMS = ("Ltd", "Inc", "GmbH", "S.L.", "AG", "SAS", "BV", "Oy", "s.r.o.", "S.p.A.", "plc", "")
TRADES = (
    *("Logistics", "Bakery", "Software", "Robotics", "Foods", "Systems", "Partners", "Design", "Energy", "Shipping"),
    *("Insurance", "Clinics", "Travel", "Mechanics", "Textiles", "Optics", "Records", "Gardens", "Chemicals", "Media"),
)
FIRST = (
    *(
        "Jane",
        "Omar",
        "Zoë",
        "Müge",
        "Sofía",
        "Björn",
        "Chidi",
        "Aiko",
        "Priya",
        "Liam",
        "Olga",
        "Tomás",
        "Noor",
        "Ewa",
    ),
    *("Ewa", "Hanna", "Kofi", "Lucía", "Pavel", "Ines", "Arjun", "Greta", "Yusuf", "Mei", "Carlos", "Anneke", "Dmitri"),
)
ONSETS = (*"bcdfghklmnprstvwz", "br", "dr", "gr", "pr", "st", "tr")
VOWELS, CODAS = "aeiou", ("", "n", "r", "s", "l", "x")
LONG = (2, 2, 3)
"""Syllables."""


def word(random: Random, syllables: int) -> str:
    return "".join(random.choice(ONSETS) + random.choice(VOWELS) + random.choice(CODAS) for _ in range(syllables))


def company(n: int) -> str:
    """The n-th company, with its legal form where it has one."""
    random = Random(n)
    name = word(random, random.choice(LONG)).title()
    trade = random.choice(("", f" {random.choice(TRADES)}"))
    return f"{name}{trade} {random.choice(FORMS)}".strip()


def domain(n: int) -> str:
    return f"{company(n).split()[0].casefold()}{n}.example"


def person(n: int) -> str:
    random = Random(f"person {n}")
    return f"{random.choice(FIRST)} {word(random, random.choice(LONG)).title()}"
