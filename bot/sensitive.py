"""Words about what the law protects most, so that whoever writes one is asked once whether the lead needs it.

Health, beliefs, politics, unions, origin and sexuality (https://eur-lex.europa.eu/eli/reg/2016/679/oj, Article 9), and
criminal convictions (Article 10). A small list a language: it asks, it does not judge. A word that ends in * also
stands for all that begin so. Common names of people, firms and places are left out.
"""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum


class Topic(StrEnum):
    HEALTH = "health"
    BELIEF = "belief"
    POLITICS = "politics"
    UNION = "union"
    ORIGIN = "origin"
    SEXUALITY = "sexuality"
    CRIME = "crime"


WORDS: Mapping[str, Mapping[Topic, str]] = {
    "en": {
        Topic.HEALTH: "pregnan*, cancer, diabet*, depression, burnout, disabled, disability, chemotherapy, illness, "
        "hiv, sick leave, autis*, adhd, wheelchair, alcoholic, rehab",
        Topic.BELIEF: "muslim*, catholic*, jewish, hindu*, buddhis*, protestant*, atheis*, religious, religion",
        Topic.POLITICS: "communis*, socialist, republican, left-wing, right-wing, far right, party member, votes for",
        Topic.UNION: "trade union*, union member*, unionised, unionized, labor union, labour union",
        Topic.ORIGIN: "ethnic*, skin colour, skin color, immigrant*, refugee*, asylum",
        Topic.SEXUALITY: "gay, lesbian*, homosexual*, bisexual*, transgender, sexual orientation",
        Topic.CRIME: "convicted, criminal record, prison, in jail, on probation, ex-convict",
    },
    "de": {
        Topic.HEALTH: "schwanger*, krebs, diabet*, depression*, burnout, behinder*, krankheit*, krankgeschrieben, "
        "alkoholiker*, rollstuhl",
        Topic.BELIEF: "moslem*, muslim*, katholisch*, evangelisch*, judisch*, atheist*, religion*",
        Topic.POLITICS: "kommunist*, linksradikal*, rechtsradikal*, parteimitglied*, afd",
        Topic.UNION: "gewerkschaft*",
        Topic.ORIGIN: "ethnisch*, hautfarbe, migrationshintergrund, fluchtling*, asylbewerber*",
        Topic.SEXUALITY: "schwul*, lesbisch*, homosexuell*, bisexuell*, transgender",
        Topic.CRIME: "vorbestraft*, vorstrafe*, gefangnis, verurteilt*",
    },
    "es": {
        Topic.HEALTH: "embaraz*, cancer, diabet*, depresion, discapacidad*, discapacitad*, enfermedad*, baja medica, "
        "alcoholic*",
        Topic.BELIEF: "musulman*, catolic*, judio*, judia*, evangelic*, ateo, atea, religion*",
        Topic.POLITICS: "comunista*, extrema derecha, extrema izquierda, afiliad* al partido",
        Topic.UNION: "sindicato*, sindicalista*",
        Topic.ORIGIN: "etnia*, raza, color de piel, inmigrante*, refugiad*",
        Topic.SEXUALITY: "gay, lesbiana*, homosexual*, bisexual*, transexual*",
        Topic.CRIME: "antecedentes penales, carcel, condenad*",
    },
    "fr": {
        Topic.HEALTH: "enceinte, cancer, diabet*, depression, handicap*, maladie*, arret maladie, alcoolique*",
        Topic.BELIEF: "musulman*, catholique*, juif, juive, protestant*, athee, religion*",
        Topic.POLITICS: "communiste*, extreme droite, extreme gauche, membre du parti",
        Topic.UNION: "syndicat*, syndique*, syndicaliste*",
        Topic.ORIGIN: "ethnie*, couleur de peau, immigre*, refugie*",
        Topic.SEXUALITY: "gay, lesbienne*, homosexuel*, bisexuel*, transgenre",
        Topic.CRIME: "casier judiciaire, prison, condamne*",
    },
}


def topic(text: str) -> Topic | None:
    """The first of these that the text seems to speak of, in any of the languages."""
    plain = _plain(text)
    found = {each: match.start() for each, words in _FOUND.items() if (match := words.search(plain))}
    return min(found, key=lambda each: found[each], default=None)


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).casefold().split())


def _words(of: Topic) -> re.Pattern[str]:
    listed = ",".join(words[of] for words in WORDS.values()).split(",")
    each = (re.escape(word.strip()).replace(r"\*", r"\w*") for word in dict.fromkeys(listed))
    return re.compile(rf"\b(?:{'|'.join(each)})\b")


_FOUND = {each: _words(each) for each in Topic}
