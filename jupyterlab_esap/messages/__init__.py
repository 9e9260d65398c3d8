"""What goes between the browser and this server, one file a subject.

`python -m api.generate` writes the contract from it.
"""

from .failure import Failure
from .fault import Fault
from .local import LocalFile, LocalFiles, LocalRequest
from .message import Message
from .profile import (
    AccessRule,
    Category,
    Defaults,
    Example,
    Experiment,
    Help,
    Look,
    NotebookRule,
    Profile,
    RadiusUnit,
    Service,
    ServiceKind,
    Template,
)
from .relay import FrameEnd, FrameHead, FrameWait, RelayRequest
from .template import TemplateText

__all__ = [
    "AccessRule",
    "Category",
    "Defaults",
    "Example",
    "Experiment",
    "Failure",
    "Fault",
    "FrameEnd",
    "FrameHead",
    "FrameWait",
    "Help",
    "LocalFile",
    "LocalFiles",
    "LocalRequest",
    "Look",
    "Message",
    "NotebookRule",
    "Profile",
    "RadiusUnit",
    "RelayRequest",
    "Service",
    "ServiceKind",
    "Template",
    "TemplateText",
]
