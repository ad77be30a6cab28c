"""Objectives in numbers: how much of the way to a target is behind us."""


def attained(start: float, latest: float | None, target: float) -> float | None:
    """(latest − start) / (target − start), 0–1 and beyond when a target is passed; None without a measurement or with target = start."""
    return None if latest is None or target == start else (latest - start) / (target - start)
