"""The methods files.*: the three steps of an upload, and what is known of a file."""

import posixpath

from sandbox.methods.chat import content
from sandbox.methods.request import Request
from sandbox.records import BOT_USER, File, Json
from sandbox.refusal import RefusalError


def get_upload_url(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/files.getUploadURLExternal"""
    length = request.need("length")
    if not length.isdigit() or int(length) == 0:
        raise RefusalError("invalid_arguments")
    world = request.world
    name = posixpath.basename(request.need("filename"))
    file = File(world.new_id("F"), name, int(length), BOT_USER, int(world.now().timestamp()))
    world.files[file.id] = file
    return {"upload_url": f"{request.url}/upload/{file.id}", "file_id": file.id}


def complete(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/files.completeUploadExternal: shares where `channel_id` says."""
    files = [_finished(request, given) for given in request.items("files")]
    if not files:
        raise RefusalError("invalid_arguments")
    if request.args.get("channel_id"):
        _share(request, files)
    return {"files": [file.as_json(request.url) for file in files]}


def info(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/files.info"""
    file = request.world.files.get(request.need("file"))
    if file is None or not file.complete or not request.world.app_reads(file):
        raise RefusalError("file_not_found")
    return {"file": file.as_json(request.url)}


def delete(request: Request) -> Json:
    """https://docs.slack.dev/reference/methods/files.delete: the messages that it was shared in stay without it."""
    world = request.world
    file = world.files.get(request.need("file"))
    if file is None:
        raise RefusalError("file_not_found")
    if file.deleted:
        raise RefusalError("file_deleted")
    file.deleted, file.data = True, None
    for channel in file.channels:
        for message in world.channels[channel].messages:
            message.files = [one for one in message.files if one is not file]
    world.touch()
    return {}


def _finished(request: Request, given: Json) -> File:
    file = request.world.files.get(str(given.get("id")))
    if file is None or file.data is None:
        raise RefusalError("file_not_found")
    file.title = str(given.get("title") or file.name)
    file.complete = True
    return file


def _share(request: Request, files: list[File]) -> None:
    channel = request.channel(name="channel_id")
    if BOT_USER not in channel.members:
        raise RefusalError("not_in_channel")
    text = request.text("initial_comment")
    blocks = content(request)[1] if request.args.get("blocks") else []
    message = request.world.from_bot(channel.id, text)
    message.blocks, message.files, message.thread_ts = blocks, files, request.args.get("thread_ts")
    for file in files:
        file.channels.append(channel.id)
    request.world.post(message)
    request.world.announce(message)
