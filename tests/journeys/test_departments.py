"""Who gave, by department: from a field of Slack's profiles, else by teams that an admin names, else not at all."""

from dataclasses import replace

from sandbox.records import Json
from tests.slack.company import Company

FIELDS: list[Json] = [
    {"id": "Xf1", "label": "Department", "type": "options_list", "possible_values": ["Support", "Warehouse"]},
    {"id": "Xf2", "label": "Birthday", "type": "date", "possible_values": None},
]


def test_an_admin_names_teams_and_the_digest_says_from_which_leads_came(slack: Company) -> None:
    for who, name in ((slack.erin, "Acme"), (slack.wanda, "Globex"), (slack.erin, "Initech"), (slack.ravi, "Hooli")):
        who.logs(name)
    slack.mara.types("/lead digest")
    assert "By department" not in slack.mara.told

    slack.ada.opens_home()
    slack.ada.clicks("Weekly digest")
    assert "The field of the profile" not in slack.ada.form
    unnamed = slack.ada.fills(**{"people:0": ["erin"], "team:1": "Warehouse", "people:1": ["wanda"]})
    assert unnamed == {"Team 1": "Please write a word or two here."}
    assert slack.ada.fills(**{"team:0": " Support "}) == {}
    assert "Weekly digest: on Monday at 09:00; departments: Support and Warehouse" in slack.ada.home
    slack.mara.types("/lead digest")
    assert "By department: Support 2 · Warehouse 1 · elsewhere 1" in slack.mara.told

    slack.ada.clicks("Weekly digest")
    assert slack.ada.fills(**{"people:1": []}) == {}
    assert "departments: Support" in slack.ada.home
    assert "Warehouse" not in slack.ada.home


def test_a_field_of_the_profile_comes_first_where_slack_lets_us_read_it(slack: Company) -> None:
    world = slack.sandbox.world
    world.manifest = replace(world.manifest, scopes=world.manifest.scopes | {"users.profile:read"})
    world.profile_fields = FIELDS
    world.user("erin").fields = {"Xf1": "Support & Care"}
    world.user("ravi").fields = {"Xf1": "", "Xf2": "1990-01-01"}

    slack.ada.opens_home()
    slack.ada.clicks("Weekly digest")
    assert slack.ada.fills(field="Department", **{"team:0": "All", "people:0": ["erin"]}) == {}
    assert "departments as people's profiles say" in slack.ada.home
    slack.later(days=1)  # who is met again is looked up anew
    for who in (slack.erin, slack.ravi):
        who.logs("Acme")
    slack.mara.types("/lead digest")
    assert "By department: Support & Care 1 · elsewhere 1" in slack.mara.told

    world.faults.add("users.profile.get", "internal_error", times=9)
    slack.later(days=2)
    slack.erin.logs("Globex")
    slack.mara.types("/lead digest")
    assert "By department: Support & Care 2 · elsewhere 1" in slack.mara.told
