"""The reasons for a closing: codes by kind, worded by the front; the referrer reads them."""

from bot.leads import Kind

OF: dict[Kind, tuple[str, ...]] = {
    Kind.SALES: ("no_need", "no_budget", "timing", "chose_another", "no_answer", "not_a_fit", "other"),
    Kind.TALENT: ("timing", "no_opening", "chose_another", "stepped_back", "no_answer", "not_a_fit", "other"),
}
