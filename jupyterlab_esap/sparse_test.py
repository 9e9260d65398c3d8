from __future__ import annotations

from .sparse import MOST, Sparse


def test_a_thousand_failures_are_a_few_lines() -> None:
    now = 0.0
    sparse = Sparse(lambda: now)
    written = [missed for _ in range(1000) if (missed := sparse.admit("a")) is not None]
    assert written == [0] * MOST
    assert sparse.admit("b") == 0
    now = 60.0
    assert sparse.admit("a") == 1000 - MOST
    assert sparse.admit("a") == 0
