"""Lines and parts of a YAML file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import yaml

Loc = Sequence[str | int]


def line_of(root: yaml.Node | None, loc: Loc) -> int:
    """The line, from 1, where what `loc` leads to is written; of its nearest parent where that is not there.

    A member of a mapping is where its key is.
    """
    node, line = root, 1
    for step in loc:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == step), None)
            if not found:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line


def node_at(root: yaml.Node | None, loc: Loc) -> yaml.Node | None:
    """What `loc` leads to, if it is there."""
    node = root
    for step in loc:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            return None
    return node


def cut(root: yaml.Node | None, places: Iterable[Loc]) -> bool:
    """Takes members of mappings and entries of lists out; False if none of them is there.

    All at once, because the numbers of later entries change; what is left keeps its lines.
    """
    doomed: dict[int, tuple[yaml.CollectionNode, set[int]]] = {}
    for loc in places:
        parent = node_at(root, loc[:-1])
        if isinstance(parent, yaml.MappingNode):
            numbers = {i for i, (key, _) in enumerate(parent.value) if key.value == loc[-1]}
        elif isinstance(parent, yaml.SequenceNode) and isinstance(loc[-1], int):
            numbers = {loc[-1]} if loc[-1] < len(parent.value) else set()
        else:
            continue
        if numbers:
            doomed.setdefault(id(parent), (parent, set()))[1].update(numbers)
    for node, numbers in doomed.values():
        node.value = [item for i, item in enumerate(node.value) if i not in numbers]
    return bool(doomed)
