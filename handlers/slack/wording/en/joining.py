"""What is said in English where several gave the same lead, or somebody else of the same company."""

SENTENCES = {
    # The receipt.
    "receipt.together": (
        "We have this already: no. {whole}, *{title}*, given by *{givers}* {logged:day}. "
        "Yours is kept and linked to it, and you stand beside them."
    ),
    "receipt.together.unseen": "We have this company already. Yours is kept and linked to it. You will hear.",
    "receipt.like.same": (
        "We had this before: no. {other}, *{title}*, given by *{givers}* {logged:day}. {status}. "
        "Yours is a lead of its own, linked to it."
    ),
    "receipt.like.same.over": (
        "We had this before: no. {other}, *{title}*, given by *{givers}* {logged:day}. Nothing had happened to it for "
        "long, so yours is a lead of its own, linked to it, and counts as yours."
    ),
    "receipt.like.company": (
        "We have this company already: no. {other}, *{title}*, given by *{givers}* {logged:day}. "
        "Yours is a lead of its own, linked to it."
    ),
    "button.different": "It is a different one",
    "confirm.different": "Lead {number} then goes on as a lead of its own, and is worked apart.",
    "confirm.different.yes": "It is different",
    # With the lead.
    "lead.also": "*{giver}* gave it too, {logged:day}",
    "lead.also.reach": "How to reach them, from {giver}: {reach}",
    "lead.linked.same": "Perhaps the same: no. {number}, *{title}*, given by {givers} · {status}",
    "lead.linked.company": "Also at this company: no. {number}, *{title}*, given by {givers} · {status}",
    "lead.part_of": "It goes on as part of no. {number}, *{title}*.",
    "lead.part_of.unseen": "It goes on as part of another lead.",
    "goes_on.says": "No. {number} goes on as part of no. {whole}, *{title}*.",
    "goes_on.text": "Lead {number} goes on as part of no. {whole}",
    # To who has it.
    "gave_too.text": "{giver} gave {called} too",
    "gave_too.says": "*{giver}* gave *{title}* too. What they know:",
    "gave_too.says.nothing": "*{giver}* gave *{title}* too.",
    "gave_too.apart": "What {giver} gave turned out to be a different one: no. {number}.",
    # To who gave it first.
    "beside.text": "{giver} gave {called} too",
    "beside.says": (
        "*{giver}* gave *{title}* too. You gave it first, and that stands; both of you hear what becomes of it."
    ),
    "beside.apart": "What {giver} gave turned out to be a different one than *{title}*.",
    # To who gave what was joined.
    "joined.text": "Your lead {number} goes on together with another",
    "joined.says": (
        "Your lead no. {number} goes on as part of no. {whole}, *{title}*, which *{givers}* gave. "
        "You stand beside them, and hear what becomes of it."
    ),
    "joined.says.unseen": (
        "Your lead no. {number} goes on together with another that is about the same person. "
        "Your credit stays, and you hear what becomes of it."
    ),
    "joined.apart": "Your lead no. {number} goes on as a lead of its own.",
    # The form, and what it answers.
    "button.same": "Same as another…",
    "same.title": "Same as another",
    "same.into": "Number of the other lead",
    "same.hint": "Both who gave it are named from then on, and both hear. What each of them wrote stays.",
    "same.submit": "Put together",
    "answer.joined": "Put together with no. {number}.",
    "answer.apart": "No. {number} goes on as a lead of its own.",
    "refused.joined_to": "It goes on as part of lead {number}.",
    "refused.not_joined": "It is a lead of its own already.",
    "refused.no_such_number": "There is no such lead. Write its number, like 42.",
    "refused.same_lead": "That is this very lead.",
    "refused.other_kind": "One is a possible customer, the other a possible colleague: they stay apart, and linked.",
    "refused.ended": "That one is closed. Open it again first.",
    "refused.known_already": (
        "You gave this already, or work it: no. {number}, {title}. If it is a different one, send the form again."
    ),
    "refused.known_already.referrer": (
        "{referrer} gave this already, or works it: no. {number}, {title}. "
        "If it is a different one, send the form again."
    ),
    # In the history.
    "did.joined": "{actor} put it together with another lead",
    "did.gave_too": "{actor} gave it too",
    "did.gave_too.other": "{actor} added that {other} gave it too",
    "did.apart": "{actor} took it apart again",
}
"""Several names with `list.and` between them."""
