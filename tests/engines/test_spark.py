"""The search on a Spark cluster of this machine: a master and two workers, all on loopback."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NoReturn

import pytest

from sayso import reuse
from sayso.engines.spark import Spark
from sayso.errors import EngineError, MissingExtraError

from .test_search import planted

LOOPBACK = "127.0.0.1"
LIGHT = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
SETTINGS = {
    "spark.driver.memory": "512m", "spark.driver.extraJavaOptions": LIGHT,
    "spark.executor.memory": "512m", "spark.executor.cores": "1",
    "spark.executor.extraJavaOptions": LIGHT, "spark.network.timeout": "300s",
}  # fmt: skip


def needed(reason: str) -> NoReturn:
    if os.environ.get("SAYSO_NEED_SPARK"):
        pytest.fail(reason)
    pytest.skip(reason)


@dataclass
class Cluster:
    master: str
    workers: list[subprocess.Popen[bytes]]
    folders: list[Path]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A master and two workers of one core; all of them end with the test."""
    if find_spec("pyspark") is None or find_spec("pandas") is None:
        needed("Spark is not installed (pip install 'sayso[spark]')")
    if shutil.which("java") is None:
        needed(
            "there is no Java on this machine (Debian, Ubuntu: apt install default-jre-headless)"
        )
    home = Path(str(find_spec("pyspark").origin)).parent  # type: ignore[union-attr]
    environment = os.environ | {
        "SPARK_LOCAL_IP": LOOPBACK, "SPARK_DAEMON_MEMORY": "256m", "SPARK_HOME": str(home),
        "SPARK_DAEMON_JAVA_OPTS": LIGHT, "SPARK_NO_DAEMONIZE": "1",
    }  # fmt: skip
    port = free_port()
    started: list[subprocess.Popen[bytes]] = []

    def start(name: str, *arguments: str) -> subprocess.Popen[bytes]:
        with (tmp_path / f"log-{len(started)}.txt").open("wb") as log:
            made = subprocess.Popen(
                [home / "bin" / "spark-class", f"org.apache.spark.deploy.{name}", "--host", LOOPBACK,
                 "--webui-port", "0", *arguments],
                env=environment, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        started.append(made)
        return made

    try:
        start("master.Master", "--port", str(port))
        wait(lambda: listens(port), "the master does not listen")
        master = f"spark://{LOOPBACK}:{port}"
        folders = [tmp_path / "worker-a", tmp_path / "worker-b"]
        workers = [
            start("worker.Worker", "--cores", "1", "--memory", "700m", "-d", str(folder), master)
            for folder in folders
        ]
        logs = [tmp_path / f"log-{n}.txt" for n in (1, 2)]
        wait(lambda: all("registered with master" in one.read_text() for one in logs), "no workers")
        yield Cluster(master, workers, folders)
    finally:
        for one in started:
            ended(one)


def ended(one: subprocess.Popen[bytes]) -> None:
    """End a process that was started here, with its children."""
    try:
        os.killpg(one.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    one.wait(30)


def free_port() -> int:
    with socket.socket() as one:
        one.bind((LOOPBACK, 0))
        return int(one.getsockname()[1])


def listens(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex((LOOPBACK, port)) == 0


def wait(until: Any, problem: str, seconds: float = 240) -> None:
    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, problem
        time.sleep(0.2)


def test_a_cluster_finds_the_same_pairs_even_when_a_worker_is_killed(cluster: Cluster) -> None:
    """First with both workers; then one is killed, with its executor, as soon as it has work."""
    rows = planted(20, 400, 60)
    expected = reuse.find(rows).pairs
    engine = Spark(cluster.master, SETTINGS)

    assert reuse.find_on(engine, rows, parts=4).pairs.equals(expected)
    before = set(cluster.folders[0].glob("app-*"))
    killed = threading.Event()

    def kill() -> None:
        wait(lambda: set(cluster.folders[0].glob("app-*/*/stderr")) and
             set(cluster.folders[0].glob("app-*")) - before, "the worker got no work")  # fmt: skip
        ended(cluster.workers[0])
        killed.set()

    thread = threading.Thread(target=kill)
    thread.start()
    found = reuse.find_on(engine, rows, parts=4).pairs
    thread.join()

    assert killed.is_set()
    assert found.equals(expected)


def test_without_java_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(MissingExtraError, match="apt install default-jre-headless"):
        reuse.find_on(Spark(), planted(2, 200, 1))


def test_a_master_that_is_none_is_refused() -> None:
    with pytest.raises(EngineError, match=r"'here' is no Spark master; give local\[2\]"):
        reuse.find_on(Spark("here"), planted(2, 200, 1))
