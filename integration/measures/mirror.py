"""The Mirror in numbers: level, gap, agreement and shared score per statement; nothing of a partner with too few answers."""

from itertools import combinations

import numpy as np
import pandas as pd

from integration.rounding import half_up

# Of fewer answers of one partner nothing is ever shown, stored or derivable: services, views and sentences all ask here.
ENOUGH = 3
HIGH, LARGE, AGENDA = 0.625, 1.0, 1.5


def mirrored(answers: pd.DataFrame) -> pd.DataFrame:
    """Per `statement`: `means`, `agreements` and `counts` (by organisation), `level`, `gap`, `pooled`, `eta`, `shared`, `field`, `widest`.

    One row per score (1–5) with `statement` and `organisation`; “don't know” is no row. Organisations with fewer than ENOUGH scores take no
    part in anything, so that nothing of them can be derived; with fewer than two left there is no level, gap or shared score (NaN).
    Sources: r_wg – James, Demaree & Wolf 1984; level, gap and shared score are ours (docs/glossary.md).
    """
    rows = [{"statement": statement, **_statement(group)} for statement, group in answers.groupby("statement", sort=False)]
    columns = ["statement", "means", "agreements", "counts", "level", "gap", "pooled", "eta", "shared", "field", "widest"]
    return pd.DataFrame(rows, columns=columns).set_index("statement")


def one_decimal(gap: float) -> float:
    """A gap as it is shown and judged: to one decimal, half up, so that no rule treats otherwise what reads the same; NaN stays NaN."""
    return half_up(gap, 1)


def asks_for_agenda(gap: float) -> bool:
    """Whether a gap is wide enough to be talked about by the committee; an unknown one (NaN) is not."""
    return one_decimal(gap) >= AGENDA


def _statement(group: pd.DataFrame) -> dict[str, object]:
    scores = {str(name): own.score.to_numpy(float) for name, own in group.groupby("organisation") if len(own) >= ENOUGH}
    means = {name: float(own.mean()) for name, own in scores.items()}
    spread: dict[str, object] = {
        "means": means,
        "agreements": {name: r_wg(own) for name, own in scores.items()},
        "counts": {name: len(own) for name, own in scores.items()},
    }
    if len(means) < 2:
        return {**spread, **dict.fromkeys(("level", "gap", "pooled", "eta", "shared"), float("nan")), "field": "", "widest": ()}
    level = (sum(means.values()) / len(means) - 1) / 4
    widest = max(combinations(sorted(means), 2), key=lambda pair: abs(means[pair[0]] - means[pair[1]]))
    gap = abs(means[widest[0]] - means[widest[1]])
    everybody = np.concatenate([*scores.values()])
    measures = {"level": level, "gap": gap, "pooled": r_wg(everybody), "eta": eta_squared([*scores.values()]), "shared": level * (1 - gap / 4)}
    return {**spread, **measures, "field": field(level, gap), "widest": widest}


def r_wg(scores: np.ndarray) -> float:
    """Agreement within a group, 0–1: max(0, 1 − s²/2) with s² the sample variance and 2 the variance of pure chance over five points."""
    return float(max(0.0, 1 - np.var(scores, ddof=1) / 2)) if len(scores) > 1 else 1.0


def eta_squared(groups: list[np.ndarray]) -> float:
    """Share of the spread that lies between groups, 0–1: SS_between / SS_total; 0 when nobody differs."""
    everybody = np.concatenate(groups)
    total = float(((everybody - everybody.mean()) ** 2).sum())
    between = sum(len(own) * (own.mean() - everybody.mean()) ** 2 for own in groups)
    return float(min(1.0, between / total)) if total > 0 else 0.0


def field(level: float, gap: float) -> str:
    """Where a statement lies: strength, shared gap, blind spot, or talk first."""
    if one_decimal(gap) >= LARGE:
        return "blind spot" if level >= HIGH else "talk first"
    return "strength" if level >= HIGH else "shared gap"


def shared_score(found: pd.DataFrame) -> float | None:
    """The mean shared score (0–1) over the statements that have one, or None."""
    known = found.shared.dropna()
    return float(known.mean()) if len(known) else None


def shared_by_round(means: pd.DataFrame) -> pd.Series:
    """`shared_score` of many rounds at once, by `round`. One row per round, `statement` and `organisation` with `count` and `mean` of its scores."""
    known = means[means["count"] >= ENOUGH]
    grouped = known.groupby(["round", "statement"])["mean"].agg(["count", "mean", "min", "max"])
    both = grouped[grouped["count"] >= 2]
    shared = (both["mean"] - 1) / 4 * (1 - (both["max"] - both["min"]) / 4)
    return shared.groupby("round").mean().rename("shared")
