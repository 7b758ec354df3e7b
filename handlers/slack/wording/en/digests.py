"""What the weekly digest says in English; a key that ends in "one" is for one of them."""

SENTENCES = {
    "digest.title": "The week in leads",
    "digest.title.own": "Your week",
    # The line on a lock screen.
    "digest.needs": "{number} leads need you",
    "digest.needs.one": "1 lead needs you",
    "digest.waits": "{number} leads wait for a word",
    "digest.waits.one": "1 lead waits for a word",
    "digest.needs.none": "Nothing needs you this week",
    "digest.won": "{number} won",
    "digest.in_the_loop": "referrers in the loop: {number} of {all}",
    # What needs the reader.
    "digest.waiting": "*{title}*\n{referrer} has waited {days} days for a word; {owner} may need a hand.",
    "digest.waiting.one": "*{title}*\n{referrer} has waited a day for a word; {owner} may need a hand.",
    "digest.nobody": "*{title}*\n{referrer} has waited {days} days for a word; nobody has it yet.",
    "digest.nobody.one": "*{title}*\n{referrer} has waited a day for a word; nobody has it yet.",
    "digest.yours": "*{title}*\n{referrer} has waited {days} days for a word from you.",
    "digest.yours.one": "*{title}*\n{referrer} has waited a day for a word from you.",
    "digest.gave": "*{title}*\nYou have waited {days} days for a word; {owner} may need a hand.",
    "digest.gave.one": "*{title}*\nYou have waited a day for a word; {owner} may need a hand.",
    "digest.gave_nobody": "*{title}*\nYou have waited {days} days for a word; nobody has it yet.",
    "digest.gave_nobody.one": "*{title}*\nYou have waited a day for a word; nobody has it yet.",
    "digest.more": "And {number} more.",
    "digest.tell": "Tell {referrer} myself",
    "digest.owed": "*{title}*: {givers} still waits for {owner}'s words of thanks.",
    "digest.owed.several": "*{title}*: {givers} still wait for {owner}'s words of thanks.",
    "digest.owed.gave": "*{title}*: you and {givers} still wait for {owner}'s words of thanks.",
    "digest.owed.gave.several": "*{title}*: you, {givers} still wait for {owner}'s words of thanks.",
    "digest.owed.gave.nobody": "*{title}*: you still wait for {owner}'s words of thanks.",
    "digest.owed.yours": "*{title}*: {givers} still waits for your words of thanks.",
    "digest.owed.yours.several": "*{title}*: {givers} still wait for your words of thanks.",
    # The week in numbers.
    "digest.week": "*This week, and the week before*",
    "digest.count": "{what}: {now} · {before} before",
    "digest.new": "New",
    "digest.moved": "Moved on",
    "digest.won_leads": "Won",
    "digest.lost": "Lost",
    "digest.open": "*Open now*",
    "digest.open.none": "No leads are open.",
    "digest.open.none.sales": "No possible customers are open.",
    "digest.open.none.team": "None of your team's is open.",
    "digest.open.none.own": "None of yours is open.",
    "digest.pipeline": "{kind}: {statuses}",
    "digest.kind.sales": "Possible customers",
    "digest.kind.talent": "Possible colleagues",
    "digest.status": "{status} {number}",
    "digest.gave_leads": "*Who gave*",
    "digest.gave_leads.none": "Nobody gave a lead this week.",
    "digest.gave_leads.none.sales": "Nobody gave a possible customer this week.",
    "digest.gave_leads.none.team": "Nobody gave a lead of your team's this week.",
    "digest.giver": "{name} {number}",
    "digest.givers.more": "and {number} more people",
    "digest.givers.more.one": "and 1 more person",
    "digest.departments": "By department: {departments}",
    "digest.elsewhere": "elsewhere",
    "digest.health": "*In the loop*",
    "digest.health.is": "Open leads that somebody waits to hear of: {all} · in time: {number}",
    "digest.health.share": "Open leads that somebody waits to hear of: {all} · in time: {number} ({share} %)",
    "digest.health.referrers": "People who gave them: {all} · with all of theirs in time: {number}",
    "digest.health.means": "In time means that nobody waits longer for word from a person than was promised.",
    "digest.thanks": "*Thanks outstanding*",
    # Its form.
    "digest.setup.day": "It comes on",
    "digest.setup.hour": "At",
    "digest.setup.hour.hint": "Where each reader is; on a day off it comes on the next working day.",
    "digest.setup.departments": (
        "It can say from which departments leads came. Choose the field of people's profiles that names theirs, or "
        "name teams here; or leave it empty, and it says nothing about them."
    ),
    "digest.setup.teams": (
        "It can say from which departments leads came. Name teams here, or leave it empty, and it says nothing about "
        "them. (They can also come from people's profiles, once the app has the scope users.profile:read.)"
    ),
    "digest.setup.field": "The field of the profile",
    "digest.setup.field.hint": "If one is chosen, the teams below do not count. It is read once a day, of who writes.",
    "digest.setup.team": "Team {number}",
    "digest.setup.people": "Who is in team {number}",
    # The picture.
    "digest.picture.new": "New leads a week",
    "digest.picture.won": "Won a week",
    "digest.picture.by_status": "Open now, by status",
    "digest.picture.finding": (
        "New leads: {new} this week, {new_before} the week before; won: {won}, {won_before} the week before."
    ),
    "digest.picture.most": "Open leads: {open}, the most at “{most}”: {many}.",
}
