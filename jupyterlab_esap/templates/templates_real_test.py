"""The templates, run on rows of a real archive; of the one that needs CASA only what comes before."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
import pyvo
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell

from jupyterlab_esap.profile.files import BUILT_IN

FIELDS = "obs_id, target_name, s_ra, s_dec, access_url, access_format"


@pytest.fixture(scope="module")
def tap() -> str:
    return json.loads(Path(os.environ["ESAP_SERVICES"]).read_text())["vo"]["tap"]


def row(tap: str, condition: str) -> dict[str, Any]:
    """The parameters for the first row that meets the condition, as the panel sets them."""
    found = pyvo.dal.TAPService(tap).run_sync(f"SELECT TOP 1 {FIELDS} FROM ivoa.obscore WHERE {condition}")
    first = found.to_table()[0]
    return {
        name: float(first[name]) if name in {"s_ra", "s_dec"} else str(first[name]) for name in first.colnames
    }


def run(name: str, folder: Path, parameters: dict[str, Any], last: int | None = None) -> str:
    """Runs the code cells of a template up to `last` with its parameters; gives what they show."""
    notebook = nbformat.read(BUILT_IN / f"{name}.ipynb", as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    setting = new_code_cell("\n".join(f"{key} = {value!r}" for key, value in parameters.items()))
    notebook.cells = [code[0], setting, *code[1:last]]
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.outputs]
    shown = [output.get("data", {}) for output in outputs]
    return " ".join(
        [
            *(output.text for output in outputs if output.output_type == "stream"),
            *(f"{kind} {data}" for bundle in shown for kind, data in bundle.items()),
        ]
    )


def test_an_image_is_measured_and_drawn(tap: str, tmp_path: Path) -> None:
    said = run("image", tmp_path, row(tap, "dataproduct_type = 'image'"))
    assert "peak" in said
    assert "image/png" in said
    assert len(list((tmp_path / "data").iterdir())) == 1


def test_a_spectrum_is_drawn(tap: str, tmp_path: Path) -> None:
    said = run("spectrum", tmp_path, row(tap, "dataproduct_type = 'spectrum'"))
    assert "image/png" in said


def test_rows_become_a_table_and_the_first_product_is_fetched(tap: str, tmp_path: Path) -> None:
    chosen = [row(tap, f"obs_id = '{code}'") for code in ("N05L1", "EB065")]
    said = run("rows", tmp_path, {**chosen[0], "rows": chosen})
    assert "EB065" in said
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["n05l1.IDI1"]


def test_visibility_data_are_fetched_for_casa(tap: str, tmp_path: Path) -> None:
    run("visibility", tmp_path, row(tap, "obs_id = 'N05L1'"), last=2)
    assert (tmp_path / "data" / "n05l1.IDI1").stat().st_size > 0
    # A second run fetches nothing.
    (tmp_path / "data" / "n05l1.IDI1").write_bytes(b"ours")
    run("visibility", tmp_path, row(tap, "obs_id = 'N05L1'"), last=2)
    assert (tmp_path / "data" / "n05l1.IDI1").read_bytes() == b"ours"
