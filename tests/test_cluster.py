"""The same stage on a cluster: a real scheduler, two real workers, and one of them lost on the way."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from build_brief import workforce
from build_brief.model.problems import BriefError, ConfigError
from build_brief.read import find_sources
from build_brief.workforce import Work, examine_files, examine_share
from tests.projects import ARTICLES, make_project, run

pytestmark = pytest.mark.filterwarnings("ignore")  # those of the cluster's own package


def start(module: str, *arguments: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.{module}", *map(str, arguments), "--no-dashboard"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Cluster:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        file = folder / "scheduler.json"
        self.scheduler = start("dask_scheduler", "--host", "127.0.0.1", "--port", 0, "--scheduler-file", file)
        self.address = ""
        while not self.address:
            assert self.scheduler.poll() is None
            time.sleep(0.1)
            with suppress(OSError, json.JSONDecodeError):  # not there, or not wholly written
                self.address = str(json.loads(file.read_text(encoding="utf-8"))["address"])
        plain = (self.address, "--nthreads", 1, "--no-nanny", "--local-directory", folder)
        self.workers = [start("dask_worker", *plain) for _ in range(2)]

    def stop(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    cluster = Cluster(tmp_path_factory.mktemp("cluster"))
    yield cluster
    cluster.stop()


def test_a_cluster_gives_the_same_bytes(cluster: Cluster, tmp_path: Path) -> None:
    folder = make_project(tmp_path / "project")
    for name, extra in (("alone.json", ()), ("cluster.json", ("--cluster", cluster.address))):
        done = run("export", folder, "--output", tmp_path / name, "--quiet", *extra)
        assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "alone.json").read_bytes() == (tmp_path / "cluster.json").read_bytes()


def test_a_lost_worker_is_made_up_for(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workforce, "SHARE", 1)
    many = {f"{number:03}-{Path(name).name}": text for number in range(20) for name, text in ARTICLES.items()}
    files = find_sources(make_project(tmp_path / "project", many) / "sources", report=lambda _: None)
    results = examine_files(files, Work(cluster=cluster.address))
    found = [next(results)]
    cluster.workers[0].send_signal(signal.SIGKILL)
    found += results
    assert found == list(examine_files(files, Work()))
    assert [annotated.article.id for annotated, _ in found if annotated] == [file.name for file in files]


def test_a_worker_of_another_version_is_refused() -> None:
    with pytest.raises(ConfigError, match="another version"):
        examine_share([], "another")


def test_nobody_there_is_an_error_with_a_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_brief.cluster.PATIENCE", 1)
    files = find_sources(make_project(tmp_path / "project") / "sources", report=lambda _: None)
    with pytest.raises(BriefError, match="no Dask scheduler answers"):
        list(examine_files(files, Work(cluster="tcp://127.0.0.1:9")))


def test_the_package_is_asked_for_when_it_is_missing(tmp_path: Path) -> None:
    (tmp_path / "distributed.py").write_text("raise ImportError", encoding="utf-8")
    folder = make_project(tmp_path / "project")
    paths = os.pathsep.join(filter(None, (str(tmp_path), os.environ.get("PYTHONPATH"))))
    output = tmp_path / "x.json"
    done = run("export", folder, "--output", output, "--cluster", "tcp://127.0.0.1:9", PYTHONPATH=paths)
    assert done.returncode == 2
    assert "pip install 'build-brief[cluster]'" in done.stderr
