"""Reads a profile and says what is wrong with it, and where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from ..foreign import foreign
from .cross import Problem, misfits
from .files import FoundTemplate, logo_of, templates_of
from .lines import cut, line_of
from .model import SiteProfile
from .wording import sentence

# What can be left out of a service without leaving out the service.
RULES = frozenset({"experiment", "pass", "columns", "access"})
LISTS = frozenset({"services", "resolvers", "templates", "examples", "mounts"})


@dataclass(frozen=True)
class ReadProfile:
    """What could be used of a file, and one sentence for each thing that could not."""

    profile: SiteProfile
    problems: tuple[str, ...] = ()
    folder: Path = Path()
    """Where the file is; what it names by a file's name lies beside it."""

    @cached_property
    def templates(self) -> tuple[FoundTemplate, ...]:
        return templates_of(self.profile, self.folder)

    def template(self, name: str) -> FoundTemplate | None:
        """The template with this id."""
        return next((template for template in self.templates if template.id == name), None)

    @cached_property
    def logo(self) -> str | None:
        """A data URL."""
        name = self.profile.look.logo
        try:
            return logo_of(self.folder / name) if name else None
        except ValueError:
            # It was good when the profile was read, and is gone since.
            return None


def read_profile(path: Path) -> ReadProfile:
    """Reads the profile in `path`; never raises for what is in it.

    What is not right is left out: a rule of a service, an entry of a list, a service, a whole part.
    """
    name = foreign(path.name)
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        content = constructed(root)
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
    if not isinstance(content, dict):
        words = f"{name}, line 1: a profile is a mapping, as in `services: …`."
        return ReadProfile(SiteProfile(), (words,))
    return Reader(name, root, path.parent).read()


def constructed(root: yaml.Node | None) -> Any:
    """The values of YAML nodes."""
    return yaml.SafeLoader("").construct_document(root) if root else {}


class Reader:
    """The checks of one file: pydantic's, and those of what has to fit together, with the lines of the nodes.

    What does not pass is cut out of the nodes, and the rest is checked again until nothing is found.
    """

    def __init__(self, name: str, root: yaml.Node | None, folder: Path) -> None:
        self.name = name
        self.root = root
        self.folder = folder
        self.problems: list[str] = []

    def read(self) -> ReadProfile:
        while True:
            profile, found = self.check(constructed(self.root))
            self.problems.extend(
                f"{self.name}, line {line_of(self.root, loc)}: {foreign(words)}" for loc, words in found
            )
            if not found:
                return ReadProfile(profile, tuple(self.problems), self.folder)
            if not cut(self.root, [left_out(loc) for loc, _ in found]):
                return ReadProfile(SiteProfile(), tuple(self.problems), self.folder)

    def check(self, content: Any) -> tuple[SiteProfile, list[Problem]]:
        # An empty part, as is left when all its lines are commented out, is as good as none.
        content = {key: value for key, value in content.items() if value is not None}
        try:
            profile = SiteProfile.model_validate(content)
        except ValidationError as error:
            return SiteProfile(), [(one["loc"], sentence(one)) for one in error.errors(include_url=False)]
        return profile, list(misfits(profile, self.folder))


def left_out(loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """The part that is left out for a problem at `loc`: as little as leaves the rest its meaning."""
    match loc:
        case ("services", int(), "notebooks" | "examples", int(), *_):
            return loc[:4]
        case ("services", int(), str(name), *_) if name in RULES:
            return loc[:3]
        case ("services", int(), "notebooks" | "examples"):
            return loc
        case ("look", "help", int(), *_):
            return loc[:3]
        case ("look", "logo" | "help"):
            return loc
        case ("network", "direct", int(), *_):
            return loc[:3]
        case ("network", str(), *_):
            return loc[:2]
        case (str(name), int(), *_) if name in LISTS:
            return loc[:2]
        case _:
            return loc[:1]
