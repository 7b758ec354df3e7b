"""The reasons for a closing: codes by kind, worded by the front; the referrer reads them."""

from bot.leads import Kind

NO_CONTACT = "no_contact"
"""They said that they want none: nobody is asked to get in touch with them again."""
OF: dict[Kind, tuple[str, ...]] = {
    Kind.SALES: ("no_need", "no_budget", "timing", "chose_another", "no_answer", NO_CONTACT, "not_a_fit", "other"),
    Kind.TALENT: (
        "timing",
        "no_opening",
        "chose_another",
        "stepped_back",
        "no_answer",
        NO_CONTACT,
        "not_a_fit",
        "other",
    ),
}
