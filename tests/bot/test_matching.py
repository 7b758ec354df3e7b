"""Which leads are about the same person, which about the same company, and which are not, however they are written."""

from dataclasses import fields

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.accounts import account
from bot.addresses import company_of, mailbox
from bot.ids import LeadId
from bot.leads import Given, Kind
from bot.matching import Known, Link, keys, likeness, matches

JANE = Given(Kind.SALES, "Acme", person="Jane Doe", email="jane@acme.example", phone="+34600123456")
COMPARED = [of for of in fields(Known) if of.name not in {"id", "part_of"}]
CANDIDATE = Given(Kind.TALENT, "Jane Doe", email="jane@home.example")


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("ACME, S.L.", "acme"),
        ("Acme GmbH & Co. KG", "acme"),
        ("The Acme Company Ltd.", "acme"),
        ("Acme S.A.U.", "acme"),
        ("Johnson & Johnson", "johnson johnson"),
        ("Johnson and Johnson Inc", "johnson johnson"),
        ("Société Générale S.A.", "societe generale"),
        ("ООО Яндекс", "yandeks"),  # noqa: RUF001 - as they write it
        ("Яндекс ООО", "yandeks"),  # noqa: RUF001
        ("Ltd", "ltd"),
        ("", ""),
        ("🙂", ""),
    ],
)
def test_a_company_is_compared_without_legal_form_capitals_and_accents(written: str, compared: str) -> None:
    assert account(written) == compared


@pytest.mark.parametrize(
    ("one", "another"),
    [
        ("Jane@ACME.example", "jane@acme.example"),
        ("jane+fair@acme.example", "jane@acme.example"),
        ("j.ane.doe@gmail.com", "janedoe@googlemail.com"),
        ("+34@acme.example", "+34@acme.example"),
    ],
)
def test_one_mailbox_is_one_however_it_is_written(one: str, another: str) -> None:
    assert mailbox(one) == mailbox(another)


def test_dots_are_another_mailbox_where_the_provider_does_not_ignore_them() -> None:
    assert mailbox("j.doe@acme.example") != mailbox("jdoe@acme.example")


@pytest.mark.parametrize(
    ("email", "link", "company"),
    [
        ("jane@mail.acme.co.uk", "", "acme.co.uk"),
        ("jane@gmail.com", "https://www.acme.es/about", "acme.es"),
        ("jane@yahoo.co.uk", "https://linkedin.com/in/jane", ""),
        ("", "http://[not a link", ""),
        ("", "", ""),
        ("jane@com", "", ""),
        ("jane@mail.xn--mller-kva.example", "", "müller.example"),
        ("", "https://www.acme.xn--55qx5d.cn", "acme.公司.cn"),
        ("jane@xn--0.example", "", "xn--0.example"),
    ],
)
def test_a_company_is_known_by_the_domain_that_is_its_own(email: str, link: str, company: str) -> None:
    assert company_of(email, link) == company


SAME = {
    "the same again": JANE,
    "another legal form": Given(Kind.SALES, "ACME, S.L.", person="Jane Doe"),
    "a letter wrong in the company": Given(Kind.SALES, "Acmee Ltd", person="Jane Doe"),
    "a letter wrong in the name": Given(Kind.SALES, "Acme", person="Jane Deo"),
    "last name first": Given(Kind.SALES, "Acme", person="Doe, Jane"),
    "with a first letter": Given(Kind.SALES, "Acme", person="J. Doe"),
    "an address with a tag": Given(Kind.SALES, "?", email="JANE+fair@acme.example"),
    "a number without its country": Given(Kind.SALES, "?", person="Jane", phone="600 12 34 56"),
    "in another company by now": Given(Kind.SALES, "Globex", person="Jane Doe", phone="+34600123456"),
}


@pytest.mark.parametrize("how", SAME)
def test_the_same_person_is_known_again(how: str) -> None:
    assert likeness(SAME[how], JANE) is Link.SAME
    assert likeness(JANE, SAME[how]) is Link.SAME
    assert _are_compared(SAME[how], JANE) or SAME[how].email or SAME[how].phone


def _are_compared(one: Given, another: Given) -> bool:
    return bool(keys(one) & keys(another))


COMPANY = {
    "somebody else there": Given(Kind.SALES, "Acme", person="Omar Diaz", email="omar@acme.example"),
    "nobody named": Given(Kind.SALES, "Acme Inc"),
    "a first name alone": Given(Kind.SALES, "Acme", person="Jane"),
    "by the domain alone": Given(Kind.SALES, "Acme Iberia", person="Omar Diaz", email="omar@es.acme.example"),
    "one mailbox of several": Given(Kind.SALES, "Acme", person="Omar Diaz", email="jane@acme.example"),
}


@pytest.mark.parametrize("how", COMPANY)
def test_somebody_else_of_the_same_company_is_not_the_same(how: str) -> None:
    assert likeness(COMPANY[how], JANE) is Link.COMPANY
    assert _are_compared(COMPANY[how], JANE)


OTHERS = {
    "the same name elsewhere": Given(Kind.SALES, "Globex", person="Jane Doe", email="jane@globex.example"),
    "a company that is nearly called so": Given(Kind.SALES, "Acne", person="Omar Diaz"),
    "a free mailbox": Given(Kind.SALES, "Initech", person="Omar Diaz", email="omar@gmail.com"),
    "a candidate": CANDIDATE,
    "nothing that can be read": Given(Kind.SALES, "🙂"),
}


@pytest.mark.parametrize("how", OTHERS)
def test_what_is_something_else_is_not_taken_for_it(how: str) -> None:
    assert likeness(OTHERS[how], JANE) is None


def test_a_company_alone_given_twice_is_the_same_and_a_number_in_its_name_counts() -> None:
    assert likeness(Given(Kind.SALES, "Studio 54"), Given(Kind.SALES, "STUDIO 54 Ltd")) is Link.SAME
    assert likeness(Given(Kind.SALES, "Studio 54"), Given(Kind.SALES, "Studio 55")) is None
    assert likeness(Given(Kind.SALES, "Studio 1"), Given(Kind.SALES, "Studio 11")) is None
    assert likeness(Given(Kind.SALES, "🙂"), Given(Kind.SALES, "🎉")) is None


@pytest.mark.parametrize(
    ("other", "link"),
    [
        (Given(Kind.TALENT, "Doe Jane"), Link.SAME),
        (Given(Kind.TALENT, "Jane", email="Jane@home.example"), Link.SAME),
        (Given(Kind.TALENT, "Jane"), None),
        (Given(Kind.TALENT, "Omar Diaz"), None),
        (Given(Kind.SALES, "Jane Doe Ltd"), None),
        (Given(Kind.SALES, "Acme", person="Jane Doe", email="jane@home.example"), Link.SAME),
    ],
)
def test_candidates_are_known_again_by_full_name_or_how_they_are_reached(other: Given, link: Link | None) -> None:
    assert likeness(CANDIDATE, other) is link


@pytest.mark.parametrize("name", ["Parsos", "Northwind", "Acme Logistics Group"])
@pytest.mark.parametrize("at", range(1, 6))
def test_whatever_single_letter_is_wrong_the_two_are_compared(name: str, at: int) -> None:
    wrong, missing = f"{name[:at]}q{name[at + 1 :]}", name[:at] + name[at + 1 :]

    for other in (wrong, missing, name[:at] + name[at] + "q" + name[at + 1 :]):
        assert keys(Given(Kind.SALES, name)) & keys(Given(Kind.SALES, other)), other


NAMES = st.text("abc 1", max_size=14)
"""Of so few letters that many are nearly alike."""
SOMEBODY = st.builds(
    Given,
    st.sampled_from(Kind),
    NAMES,
    person=st.sampled_from(("", "Jane Doe", "Janet Doe", "J. Doe", "Jane")),
    email=st.sampled_from(("", "jane@acme.example", "jane@abc.example", "jane@gmail.com")),
    phone=st.sampled_from(("", "+34600123456", "600123456")),
)


@given(SOMEBODY, st.lists(SOMEBODY, max_size=20))
@example(
    Given(Kind.SALES, "Blue Sky Software", person="Jane Doe"),
    [Given(Kind.SALES, "Software Blue Sky", person="Jane Doe")],
)
@example(Given(Kind.SALES, "Bl ue Sk ys of tw are"), [Given(Kind.SALES, "Blueskysoftware")])
def test_among_many_it_is_like_those_that_it_is_like_one_by_one(one: Given, others: list[Given]) -> None:
    known = [
        Known(LeadId(n), **{of.name: getattr(other, of.name) for of in COMPARED}) for n, other in enumerate(others)
    ]

    found = {match.lead: match.link for match in matches(one, known)}

    assert found == {other.id: link for other in known if (link := likeness(one, other))}
