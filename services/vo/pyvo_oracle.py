"""What pyvo finds, for the tests of our own clients.

Standard input: a JSON list of `{"scs": URL, "ra", "dec", "radius"}` or `{"tap": URL, "query"}`.
Standard output: for each, the sorted values of its column `name` or `target_name`.
"""

from __future__ import annotations

import json
import sys
import warnings
from typing import Any

import pyvo


def find(question: dict[str, Any]) -> list[str]:
    if "scs" in question:
        found = pyvo.conesearch(
            question["scs"], pos=(question["ra"], question["dec"]), radius=question["radius"]
        )
        column = "name"
    else:
        found = pyvo.dal.TAPService(question["tap"]).run_sync(question["query"])
        column = "target_name"
    return sorted(str(row[column]) for row in found)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    json.dump([find(question) for question in json.load(sys.stdin)], sys.stdout)
