"""The catalogue as a page of the docs."""

from collections.abc import Iterable

from sandbox.looks.entry import Entry, Section

HEAD = """# What Leadloop says

Every message, form and page, as people see it in a story of six weeks: in light and dark, as wide as a desk's window
and as a phone. `make looks` tells the story to the bot in the sandbox and writes this page anew; a test holds it to all
that there is to say. Slack draws the same a little differently.
"""


def written(sections: Iterable[Section]) -> str:
    return HEAD + "".join(_section(one) for one in sections)


def _section(section: Section) -> str:
    return f"\n## {section.title}\n" + "".join(_entry(one) for one in section.entries)


def _entry(entry: Entry) -> str:
    return f"\n### {entry.title}\n\n{entry.says}\n\n![{entry.title}](looks/{entry.name}.webp)\n"
