"""What is said in English of the ledger, and of credit that a manager changes."""

SENTENCES = {
    "anchors.title": "The ledger",
    "anchors.text": "The ledger of who gave what",
    "anchors.about": (
        "Nothing is to be done. Each day a line is added: with it, python app.py doctor --ledger proves that nothing "
        "which was recorded before was changed or removed since. It comes once."
    ),
    "anchors.day": "{day} · leads: {leads} · entries: {entries}",
    "anchors.digest": "{digest}",
    # Changing who has the credit.
    "button.change_credit": "Change credit…",
    "change_credit.title": "Change credit",
    "change_credit.now": "{title} · given by {referrer}",
    "change_credit.to": "Who gave it",
    "change_credit.reason": "Why (both of them and whoever has it read this)",
    "change_credit.hint": "It stands in the ledger for good, with your name.",
    "change_credit.submit": "Change credit",
    "credit_changed.text": "{by} changed who has the credit for lead {number}",
    "credit_changed.says": (
        "*{by}* changed who has the credit for lead no. {number}, *{title}*: *{to}* has it now, and no longer *{was}*."
    ),
    "credit_changed.says.unseen": (
        "*{by}* changed who has the credit for lead no. {number}: *{to}* has it now, and no longer *{was}*."
    ),
    "credit_changed.says.beside": (
        "*{by}* changed who has the credit for lead no. {number}, *{title}*: *{to}* comes first now, and *{was}* "
        "stands beside them."
    ),
    "credit_changed.says.unseen.beside": (
        "*{by}* changed who has the credit for lead no. {number}: *{to}* comes first now, and *{was}* stands "
        "beside them."
    ),
    "did.credit_changed": "{actor} gave the credit to {other}",
    "answer.credit_changed": "Changed. Those whom it concerns are told.",
    "refused.own_matter": "It is about you, so another manager decides.",
    "refused.has_it_already": "They have the credit already.",
}
