"""Which words are asked about before they are stored, in each language; and which everyday ones are not."""

import pytest

from bot.sensitive import WORDS, Topic, topic


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("She is PREGNANT, so call in spring", Topic.HEALTH),
        ("Er ist schwerbehindert", None),
        ("Behinderung", Topic.HEALTH),
        ("está embarazada", Topic.HEALTH),
        ("elle est enceinte", Topic.HEALTH),
        ("a devout Catholic", Topic.BELIEF),
        ("jüdisch", Topic.BELIEF),
        ("de extrema derecha", Topic.POLITICS),
        ("in a trade\nunion", Topic.UNION),
        ("Gewerkschaftsmitglied", Topic.UNION),
        ("réfugié", Topic.ORIGIN),
        ("he is gay", Topic.SEXUALITY),
        ("vorbestraft", Topic.CRIME),
        ("needs payroll in the European Union", None),
        ("jane@acme.example, +34 911 23 23 23", None),
        ("Judith runs a race car team", None),
        ("the judicial union of two firms", None),
        ("", None),
    ],
)
def test_a_text_is_about(text: str, about: Topic | None) -> None:
    assert topic(text) is about


def test_each_language_has_words_for_each_topic() -> None:
    assert all(set(words) == set(Topic) for words in WORDS.values())
    assert all(words[each].strip() for words in WORDS.values() for each in Topic)
