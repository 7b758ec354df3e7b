"""What becomes of an answer: the body of an acknowledged command, or what is sent to a response url."""

from sandbox import rules
from sandbox.records import BOT_USER, SLACKBOT, Json, Message
from sandbox.refusal import RefusalError
from sandbox.tickets import ResponseUrl
from sandbox.world import World


def show(world: World, place: ResponseUrl, body: Json | str) -> None:
    """https://docs.slack.dev/interactivity/handling-user-interaction: private, `in_channel`, or in place."""
    given: Json = {"text": body} if isinstance(body, str) else body
    with world.lock:
        if given.get("delete_original"):
            _delete(world, place)
            return
        blocks = given.get("blocks") or []
        text = str(given.get("text") or "")
        if not blocks and not text.strip():
            raise RefusalError("no_text", status=400)
        rules.message(blocks, world.files)
        message = world.from_bot(place.channel, text)
        message.blocks = rules.named(blocks)
        message.thread_ts = given.get("thread_ts")
        _put(world, place, given, message)


def trouble(world: World, user: str, channel: str, text: str) -> None:
    """Slack itself tells the person that the app did not answer."""
    world.whisper(Message(world.ts(), channel, SLACKBOT, text, to=user))


def _put(world: World, place: ResponseUrl, given: Json, message: Message) -> None:
    original = _original(world, place)
    if given.get("replace_original") and original is not None:
        original.text, original.blocks = message.text, message.blocks
        original.edited = {"user": BOT_USER, "ts": message.ts}
        world.touch()
    elif given.get("response_type") == "in_channel":
        world.post(message)
    else:
        message.to = place.user
        world.whisper(message)


def _original(world: World, place: ResponseUrl) -> Message | None:
    if place.message_ts is None:
        return None
    whispered = (one for one in world.ephemerals if one.ts == place.message_ts)
    return world.message(place.channel, place.message_ts) or next(whispered, None)


def _delete(world: World, place: ResponseUrl) -> None:
    original = _original(world, place)
    if original is None:
        return
    (world.ephemerals if original.to else world.channels[original.channel].messages).remove(original)
    world.touch()
