"""Figures of a server in the text form that Prometheus reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name, what it says, the names of its labels, and its values by them; `counts` for what only rises."""

    name: str
    says: str
    values: Mapping[Labels, float]
    labels: Labels = ()
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """How often something took how long, by one label: counts below each bound and above the last, and their sum."""

    name: str
    says: str
    label: str
    bounds: Sequence[float]
    counts: Mapping[str, tuple[Sequence[int], float]]


class _Given(Collector):
    def __init__(self, found: Iterable[Figure | Spread]) -> None:
        self._found = [*found]

    def collect(self) -> Iterator[Metric]:
        for one in self._found:
            yield _spread(one) if isinstance(one, Spread) else _figure(one)


def prometheus_text(found: Iterable[Figure | Spread]) -> bytes:
    """The figures, and those of the process itself: memory, processor time, open files, its start."""
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    registry.register(_Given(found))
    return bytes(generate_latest(registry))


def _figure(one: Figure) -> Metric:
    family = (CounterMetricFamily if one.counts else GaugeMetricFamily)(one.name, one.says, labels=one.labels)
    for labels, value in one.values.items():
        family.add_metric(labels, value)
    return family


def _spread(one: Spread) -> Metric:
    family = HistogramMetricFamily(one.name, one.says, labels=(one.label,))
    for label, (counts, total) in one.counts.items():
        running, buckets = 0, []
        for bound, count in zip((*map(str, one.bounds), "+Inf"), counts, strict=True):
            running += count
            buckets.append((bound, running))
        family.add_metric((label,), buckets, total)
    return family
