"""/metrics: for this machine and for who brings the token, readable by Prometheus, without a name of anybody."""

from typing import Any

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.testclient import TestClient

from integration.access.seal import Seal
from integration.services.core.cache import Cache
from integration.services.core.host import Host
from integration.services.core.visit import moment_now
from integration.services.operating import metrics
from integration.services.operating.timetable import timed_work
from integration.web import health
from tests.examples import a_milestone, save

TOKEN = "0123456789abcdef"


def asked(opened: Host, client: str = "127.0.0.1", **headers: str) -> Any:
    app = Starlette(routes=health.figures(lambda: metrics.figures(opened)))
    return TestClient(app, client=(client, 1)).get("/metrics", headers={name.replace("_", "-"): value for name, value in headers.items()})


@pytest.fixture
def opened(bridge):
    return Host(bridge, Cache(), Seal("only for tests"))


def test_this_machine_reads_them_and_nobody_else_does(opened):
    assert [asked(opened, one).status_code for one in ("127.0.0.1", "::1", "10.0.0.7", "testclient")] == [200, 200, 404, 404]


@pytest.mark.parametrize("name", ["X_Forwarded_For", "Forwarded", "X_Real_IP", "Via"])
def test_who_asks_through_the_proxy_is_not_this_machine(opened, name):
    assert asked(opened, **{name: "127.0.0.1"}).status_code == 404


def test_at_a_public_address_only_the_token_counts_for_not_every_proxy_tells_of_itself(opened, monkeypatch):
    monkeypatch.setenv("INTEGRATION_ADDRESS", "https://ineen.example.org")
    without = asked(opened).status_code
    monkeypatch.setenv("INTEGRATION_METRICS_TOKEN", TOKEN)

    assert (without, asked(opened).status_code, asked(opened, authorization=f"Bearer {TOKEN}").status_code) == (404, 404, 200)


def test_with_a_token_that_is_set_only_the_token_counts(opened, monkeypatch):
    monkeypatch.setenv("INTEGRATION_METRICS_TOKEN", TOKEN)
    wrong = [asked(opened), *(asked(opened, authorization=one) for one in (f"Bearer {TOKEN}0", f"Basic {TOKEN}", "Bearer", TOKEN))]

    assert asked(opened, "10.0.0.7", authorization=f"Bearer {TOKEN}", x_forwarded_for="10.0.0.9").status_code == 200
    assert {one.status_code for one in wrong} == {404}


def test_prometheus_reads_every_figure_and_finds_no_name(opened):
    save(opened.database, a_milestone())
    opened.journal.page("portfolio", 0.15, moment_now())
    opened.journal.failed(ValueError("Vera"), "a page failed", moment_now())
    timed_work(opened).look(moment_now())
    reply = asked(opened)
    found = {(one.name, *sorted(one.labels.values())): one.value for family in text_string_to_metric_families(reply.text) for one in family.samples}

    assert found["ineen_page_seconds_bucket", "0.1", "portfolio"] == 0 and found["ineen_page_seconds_bucket", "0.2", "portfolio"] == 1
    assert found["ineen_failures_total",] == 1 and found["ineen_store_up",] == 1 and found["ineen_changes_total",] == opened.database.counter
    assert found["ineen_timed_work_failed", "backup"] == 0 and found["ineen_backup_timestamp_seconds",] > 0
    assert found["process_resident_memory_bytes",] > 0 and not {"Vera", "Bridge", "BRIDGE"} & set(reply.text.split())
