"""What admins read in English where something cannot be said."""

SENTENCES = {
    "parked.title": "Messages are held up",
    "parked.text": "Leadloop cannot write to {where}",
    "parked.archived": "Nobody can write in {where}: it is archived. Unarchive it, or choose another channel.",
    "parked.not_in": (
        "I am not in {where} any more. Write /invite @Leadloop in that channel, or choose another channel."
    ),
    "parked.missing": (
        "I cannot find {where} any more. Choose another channel; or, if it is private, invite me there again."
    ),
    "parked.closed": (
        "I may not write in {where}: its settings let only some people write. Let Leadloop write there, or choose "
        "another channel."
    ),
    "parked.public": (
        "Everybody can read {where} now, and candidates are private. Make it private again, or choose another channel."
    ),
    "parked.unreachable": (
        "I cannot write to {where}: Slack shows me no such person. If they have left, name somebody else in their "
        "place."
    ),
    "parked.messages": (
        "Nobody gets direct messages from me: the *Messages Tab* of the Slack app is off. Whoever manages the app "
        "turns it on at api.slack.com/apps, under App Home."
    ),
    "parked.home": (
        "Nobody sees a Home tab of mine: it is off. Whoever manages the Slack app turns it on at api.slack.com/apps, "
        "under App Home."
    ),
    "parked.scope": (
        "Slack does not let me do all that I should: the app lacks a permission. Whoever manages it reinstalls it; "
        "*python app.py doctor* says what is missing."
    ),
    "parked.fault": (
        "Something that I should say cannot be shown in Slack. That is a fault of mine. Whoever runs Leadloop finds it "
        "with *python app.py notices*."
    ),
    "parked.kept": "Nothing is lost: what waits is sent as soon as it can be.",
    "parked.waits": "{number} messages wait, since {since}. They are sent as soon as they can be.",
    "parked.waits.one": "1 message waits, since {since}. It is sent as soon as it can be.",
    "parked.more": "And {number} more.",
    "parked.mended": "Nothing is held up for {where} any more: what waited is on its way.",
    "parked.place.leads": "the channel for leads",
    "parked.place.wins": "the channel for wins",
    "parked.place.hiring": "the private channel for hiring",
    "parked.everywhere": "everybody",
    "button.parked.again": "Try again",
    "button.parked.places": "Choose another channel",
    "button.parked.people": "Name somebody else",
    "answer.parked_again": "I'm trying again. What can be sent is on its way; your Home tab says what cannot.",
    "answer.parked_none": "Nothing is held up any more.",
}
