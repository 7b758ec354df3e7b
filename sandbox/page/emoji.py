"""The emoji shortcodes that a bot like ours is likely to use; others stay as they were typed, as in Slack."""

import re

SHORTCODE = re.compile(r":([a-z0-9_+-]+):")
EMOJI = {
    "+1": "👍",
    "bell": "🔔",
    "blush": "😊",
    "bulb": "💡",
    "calendar": "📅",
    "clap": "👏",
    "confetti_ball": "🎊",
    "email": "📧",
    "eyes": "👀",
    "fire": "🔥",
    "handshake": "🤝",
    "heart": "❤️",
    "heavy_check_mark": "✔️",
    "hourglass": "⌛",
    "hourglass_flowing_sand": "⏳",
    "information_source": "ℹ️",  # noqa: RUF001 (this is the emoji of that name)
    "large_blue_circle": "🔵",
    "large_green_circle": "🟢",
    "large_yellow_circle": "🟡",
    "leaves": "🍃",
    "lock": "🔒",
    "mega": "📣",
    "memo": "📝",
    "moneybag": "💰",
    "mute": "🔇",
    "no_bell": "🔕",
    "pray": "🙏",
    "raised_hands": "🙌",
    "red_circle": "🔴",
    "repeat": "🔁",
    "rocket": "🚀",
    "seedling": "🌱",
    "slightly_smiling_face": "🙂",
    "smile": "😄",
    "snowflake": "❄️",
    "sparkles": "✨",
    "speech_balloon": "💬",
    "star": "⭐",
    "tada": "🎉",
    "telephone": "☎️",
    "thumbsup": "👍",
    "trophy": "🏆",
    "warning": "⚠️",
    "wave": "👋",
    "white_check_mark": "✅",
    "x": "❌",
}


def emoji(text: str) -> str:
    return SHORTCODE.sub(lambda found: EMOJI.get(found[1], found[0]), text)
