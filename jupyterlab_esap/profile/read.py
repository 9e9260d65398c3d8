"""Reads a profile and says what is wrong with it, and where."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from ..foreign import foreign
from .lines import line_of
from .model import SiteProfile, SiteService
from .wording import sentence


@dataclass(frozen=True)
class ReadProfile:
    """What could be used of a file, and one sentence for each thing that could not."""

    profile: SiteProfile
    problems: tuple[str, ...] = ()


def read_profile(path: Path) -> ReadProfile:
    """Reads the profile in `path`; never raises for what is in it.

    A service that is not right is left out; anything else that is wrong leaves a profile without services.
    """
    name = foreign(path.name)
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        content = yaml.SafeLoader("").construct_document(root) if root else {}
    except OSError as error:
        return ReadProfile(SiteProfile(), (f"{name}: the profile can't be read: {error.strerror}.",))
    except UnicodeDecodeError:
        return ReadProfile(SiteProfile(), (f"{name}: the profile is not UTF-8 text.",))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f", line {mark.line + 1}" if mark else ""
        return ReadProfile(SiteProfile(), (f"{name}{where}: this is not YAML: {foreign(error.problem)}.",))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return ReadProfile(SiteProfile(), (f"{name}: this is not YAML: {foreign(error)}.",))
    return Reader(name, root).read(content)


class Reader:
    """The checks of one file: pydantic's, with the lines of the YAML nodes."""

    def __init__(self, name: str, root: yaml.Node | None) -> None:
        self.name = name
        self.root = root
        self.problems: list[str] = []

    def read(self, content: Any) -> ReadProfile:
        if not isinstance(content, dict):
            return ReadProfile(
                SiteProfile(), (f"{self.name}, line 1: a profile is a mapping, as in `services: …`.",)
            )
        entries = content.pop("services", None) or []
        if not isinstance(entries, list):
            self.tell(("services",), "`services` is a list, one entry for each service.")
            entries = []
        services: dict[str, SiteService] = {}
        for index, entry in enumerate(entries):
            service = self.service(index, entry)
            if service and service.id in services:
                self.tell(
                    ("services", index, "id"), f"a second service is called `{service.id}`; it is left out."
                )
            elif service:
                services[service.id] = service
        try:
            profile = SiteProfile.model_validate({**content, "services": tuple(services.values())})
        except ValidationError as error:
            self.tell_all((), error)
            profile = SiteProfile()
        return ReadProfile(profile, tuple(self.problems))

    def service(self, index: int, entry: Any) -> SiteService | None:
        try:
            return SiteService.model_validate(entry)
        except ValidationError as error:
            self.tell_all(("services", index), error)
            return None

    def tell_all(self, start: tuple[str | int, ...], error: ValidationError) -> None:
        for one in error.errors(include_url=False):
            self.tell((*start, *one["loc"]), sentence(one))

    def tell(self, loc: tuple[str | int, ...], words: str) -> None:
        self.problems.append(f"{self.name}, line {line_of(self.root, loc)}: {foreign(words)}")
