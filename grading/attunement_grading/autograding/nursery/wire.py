"""Messages between a grader and the nursery: a header, a JSON object, bytes, open files."""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

HEADER = struct.Struct(">IQ")
LONGEST_MESSAGE = 16 << 20
MOST_FILES = 8


class Garbled(ConnectionError):
    """The other end does not keep to the form of messages."""


@dataclass
class Message:
    """One message as it arrived."""

    about: dict[str, Any]
    payload: bytes = b""
    files: list[int] = field(default_factory=list)


def send(
    pipe: socket.socket, about: dict[str, Any], payload: bytes = b"", files: Sequence[int] = ()
) -> None:
    """Send a message; ``files`` are descriptors, of which the other end gets its own."""
    text = json.dumps(about).encode()
    header = HEADER.pack(len(text), len(payload))
    if files:
        socket.send_fds(pipe, [header], list(files))
    else:
        pipe.sendall(header)
    pipe.sendall(text)
    if payload:
        pipe.sendall(payload)


def receive(pipe: socket.socket, most: int) -> Message | None:
    """The next message, whose payload may have ``most`` bytes; None where the other end is gone.

    Raises Garbled, for what comes out of a sandbox is not to be relied on.
    """
    header, files, _, _ = socket.recv_fds(pipe, HEADER.size, MOST_FILES)
    if not header:
        return None
    header += _exactly(pipe, HEADER.size - len(header))
    length, rest = HEADER.unpack(header)
    if length > LONGEST_MESSAGE or rest > most:
        raise Garbled(f"a message of {length + rest} bytes; at most {most} were agreed")
    try:
        about = json.loads(_exactly(pipe, length))
    except ValueError:
        raise Garbled("a message that is not JSON") from None
    return Message(about, bytes(_exactly(pipe, rest)), list(files))


def _exactly(pipe: socket.socket, count: int) -> bytes:
    parts = bytearray()
    while len(parts) < count:
        part = pipe.recv(min(count - len(parts), 1 << 20))
        if not part:
            raise Garbled("the other end broke off within a message")
        parts += part
    return bytes(parts)
