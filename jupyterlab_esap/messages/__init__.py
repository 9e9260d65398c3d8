"""What goes between the browser and this server, one file a subject.

`python -m api.generate` writes the contract from it.
"""

from .failure import Failure
from .fault import Fault
from .message import Message
from .profile import Profile, Service, ServiceKind
from .relay import FrameEnd, FrameHead, RelayRequest

__all__ = [
    "Failure",
    "Fault",
    "FrameEnd",
    "FrameHead",
    "Message",
    "Profile",
    "RelayRequest",
    "Service",
    "ServiceKind",
]
