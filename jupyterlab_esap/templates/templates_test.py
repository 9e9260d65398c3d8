"""The notebooks that come with the package, as far as that can be told without running them."""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat
import pytest

from jupyterlab_esap.profile.files import BUILT_IN, PACKAGE

# What the panel sets for a row; the same in each template.
PARAMETERS = {
    "obs_id", "target_name", "s_ra", "s_dec", "access_url", "access_format", "data_dir", "data_files", "rows",
}  # fmt: skip
PATHS = [template.path for template in PACKAGE]


def test_each_notebook_is_offered() -> None:
    assert sorted(PATHS) == sorted(BUILT_IN.glob("*.ipynb"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_template_is_a_clean_notebook(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)
    for cell in code:
        ast.parse(cell.source)
    [parameters] = [cell for cell in code if "parameters" in cell.metadata.get("tags", ())]
    assert code[0] is parameters
    tree = ast.parse(parameters.source)
    assert {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} == PARAMETERS
