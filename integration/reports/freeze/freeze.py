"""A whole pack frozen in both languages: the partnerships in it, the key figures of a selection, and what changed since the pack before."""

from collections.abc import Iterable
from dataclasses import replace

from integration.i18n.formats import moment, number
from integration.i18n.words import Words
from integration.measures.attention import most_urgent
from integration.measures.portfolio import figures
from integration.model.partnership import ACTIVE
from integration.model.text import LANGUAGES, Language
from integration.model.threshold import Thresholds
from integration.reports.freeze.measured_rows import measured_rows
from integration.reports.freeze.pack_comparison import differences
from integration.reports.freeze.partnership_snapshot import partnership_snapshot
from integration.reports.freeze.snapshot import FORMAT, Figure, PartnershipSnapshot, Snapshot
from integration.reports.freeze.snapshot_json import from_json, to_json
from integration.reports.freeze.sources import Measured, Order, PartnershipSources
from integration.reports.progress import OnProgress, silently
from integration.rounding import half_up
from integration.views.kit.reader import Reader
from integration.views.plan.verdict import thresholds_in_words
from integration.views.portfolio.attention import needs_attention
from integration.views.portfolio.key_figures import key_figures

ATTENTION = 12


def freeze(order: Order, sources: Iterable[PartnershipSources], measured: Measured, on_progress: OnProgress = silently) -> tuple[str, str]:
    """The snapshot as it is stored (`measured` holds these partnerships only), and its hash; `on_progress` hears after every partnership how many are done."""
    known = measured_rows(measured)
    readers = {language: Reader(language, order.now) for language in LANGUAGES}
    before = {language: from_json(order.previous, language) if order.previous else None for language in LANGUAGES}
    parts: dict[Language, list[PartnershipSnapshot]] = {language: [] for language in LANGUAGES}
    for done, found in enumerate(sources, start=1):
        for language, reader in readers.items():
            parts[language].append(_compared(reader, before[language], partnership_snapshot(reader, found, known)))
        on_progress(done)
    dutch, english = (_snapshot(readers[language], order, before[language], tuple(parts[language]), measured) for language in LANGUAGES)
    return to_json(dutch, english)


def _compared(reader: Reader, before: Snapshot | None, part: PartnershipSnapshot) -> PartnershipSnapshot:
    earlier = next((one for one in before.parts if one.id == part.id), None) if before else None
    if before is None or earlier is None:
        return part
    since = reader.say("since the pack of {moment}", moment=moment(before.moment, reader.language))
    return replace(part, since=since, changes=differences(reader.say, earlier, part))


def _snapshot(reader: Reader, order: Order, before: Snapshot | None, parts: tuple[PartnershipSnapshot, ...], measured: Measured) -> Snapshot:
    say = reader.say
    within = measured.portfolio
    attention = needs_attention(reader, most_urgent(within))[0] if order.whole else []
    numbers = key_figures(say, figures(within, reader.today, ACTIVE), []) if order.whole else ()
    corrected = moment(order.corrected_at, reader.language) if order.corrected_at else ""
    return Snapshot(
        format=FORMAT,
        id=order.id,
        moment=order.now.replace(microsecond=0),
        who=order.who or say("Local administrator"),
        whole=order.whole,
        title=str(order.title.reading(reader.language)),
        corrects=say("Corrects the pack of {moment}", moment=corrected) if corrected else "",
        reason=str(order.reason.reading(reader.language)),
        previous=moment(before.moment, reader.language) if before else "",
        figures=tuple(Figure(one.label, one.value, one.note) for one in numbers),
        attention=tuple((one.name, one.sentence) for one in attention[:ATTENTION]),
        limits=thresholds_in_words(say, measured.limits),
        limits_brief=_brief(say, measured.limits),
        parts=parts,
    )


def _brief(say: Words, limits: Thresholds) -> str:
    return say(
        "red: SPI(t) below {red}, {behind} behind, a key milestone over {key} or any over {late} late; amber: SPI(t) below {green}, {few}"
        " behind, a key milestone late or any over {some}; silent after {silent}",
        red=number(half_up(limits.spi_red, 2), say.language, 2),
        green=number(half_up(limits.spi_green, 2), say.language, 2),
        behind=say.days(limits.behind_red),
        key=limits.overdue_red,
        late=say.days(limits.late_red),
        few=say.days(limits.behind_amber),
        some=say.days(limits.late_amber),
        silent=say.days(limits.silent_days),
    )
