"""The relay's answer: a sequence of frames.

HTTP can't tell that an answer was cut: seen from the browser, an answer whose source broke off and one
that is complete end alike. So the relay answers 200 `application/octet-stream` whatever happens outside,
and in it

    frame  = type (1 byte) · length of payload (4 bytes, big-endian) · payload
    `H`    head: JSON `FrameHead`, status, URL and headers of the service's answer; one at most, first
    `D`    data: bytes of the body
    `K`    still waiting. Sent every 15 s of silence, so that proxies and the browser keep waiting: empty, or
           JSON `FrameWait` while the request waits for its turn
    `E`    end: JSON `FrameEnd`, complete or not; always the last

An answer without an end is cut. `src/transport/frames.ts` reads this.
"""

from __future__ import annotations

import struct

from ..messages import FrameEnd, FrameHead, FrameWait

# Larger pieces are split, so that a reader can give a limit.
LARGEST = 1024 * 1024
ALIVE = struct.pack(">cI", b"K", 0)


def frame(kind: bytes, payload: bytes) -> bytes:
    return struct.pack(">cI", kind, len(payload)) + payload


def head(message: FrameHead) -> bytes:
    return frame(b"H", message.to_json().encode())


def waiting(message: FrameWait) -> bytes:
    return frame(b"K", message.to_json().encode())


def data(chunk: bytes) -> bytes:
    """One frame, or as many as a large chunk needs."""
    return b"".join(frame(b"D", chunk[at : at + LARGEST]) for at in range(0, len(chunk), LARGEST))


def end(message: FrameEnd) -> bytes:
    return frame(b"E", message.to_json().encode())
