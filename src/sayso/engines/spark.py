"""Steps on Apache Spark: the same functions over the same batches, on as many machines as it has.

Spark moves the rows; texts stay in files that workers read. sayso must be installed where workers
run. Spark is an optional extra, `sayso[spark]`, and needs Java.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.engines import Step
from sayso.errors import EngineError, MissingExtraError

if TYPE_CHECKING:
    import pyarrow as pa

LOG = logging.getLogger("sayso.engines")
LOOPBACK = "127.0.0.1"
_MASTER = re.compile(r"(?:local(?:\[[\d*,]+\])?|spark://[^/\s]+|k8s://\S+|yarn)\Z")
_HERE = re.compile(r"local\b|spark://(?:127\.|localhost[:,])")
_SETTINGS: Mapping[str, str] = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "200000",
    "spark.sql.adaptive.enabled": "false",
    "spark.log.level": "ERROR",
    # Functions come from the installed package; a worker that dies is tried again.
    "spark.task.maxFailures": "6",
}


@dataclass(frozen=True)
class Spark:
    """A Spark master: "local[2]" in this process's own Java, or "spark://host:7077".

    `settings` are Spark's own, by name ("spark.executor.memory"). Where the master is this machine,
    everything listens on the loopback address only.
    """

    master: str = "local[2]"
    settings: Mapping[str, str] = field(default_factory=dict)

    def run(self, table: pa.Table, steps: Sequence[Step]) -> pa.Table:
        """Run the steps one after the other; see `Engine.run`.

        Raises:
            MissingExtraError: pyspark or Java is missing.
            EngineError: The master's address is none, or Spark gives up; with its reason.
        """
        with _session(self) as session:
            try:
                frame = session.createDataFrame(table)
                for step in steps:
                    frame = _stepped(frame, step)
                rows = frame.toArrow()
            except Exception as error:
                if not type(error).__module__.startswith(("pyspark", "py4j")):
                    raise
                raise EngineError(f"Spark ({self.master}) gave up: {_reason(error)}") from error
        return rows.cast(steps[-1].schema)


def _stepped(frame: Any, step: Step) -> Any:
    frame = frame.repartition(step.parts, *step.by)
    return frame.mapInArrow(step.work, _ddl(step.schema))


def _ddl(schema: pa.Schema) -> str:
    kinds = {"int64": "bigint", "int32": "int", "double": "double", "string": "string"}
    return ", ".join(f"`{one.name}` {kinds[str(one.type)]}" for one in schema)


@contextlib.contextmanager
def _session(engine: Spark) -> Iterator[Any]:
    if not _MASTER.match(engine.master):
        raise EngineError(
            f"{engine.master!r} is no Spark master; give local[2], or spark://HOST:7077."
        )
    _java()
    try:
        import pandas  # noqa: F401  # Spark asks for it with Arrow, and fails late without it
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise MissingExtraError(
            "Spark is not installed here; `pip install 'sayso[spark]'` brings it."
        ) from error
    # Workers take the Python that runs here; on other machines their own setting wins.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    made = SparkSession.builder.master(engine.master).appName("sayso")
    settings = dict(_SETTINGS)
    if _HERE.match(engine.master):
        os.environ.setdefault("SPARK_LOCAL_IP", LOOPBACK)
        settings |= {"spark.driver.host": LOOPBACK, "spark.driver.bindAddress": LOOPBACK}
    else:
        LOG.warning("Spark's driver listens on this machine's network address for its workers.")
    for name, value in (settings | dict(engine.settings)).items():
        made = made.config(name, value)
    try:
        session = made.getOrCreate()
    except Exception as error:
        raise EngineError(
            f"Spark ({engine.master}) does not start: {_reason(error)} Is the master running, and "
            "is Java 17 or newer installed?"
        ) from error
    try:
        yield session
    finally:
        session.stop()


def _java() -> None:
    """Make sure that there is a Java.

    Raises:
        MissingExtraError: There is none.
    """
    home = os.environ.get("JAVA_HOME")
    found = (Path(home) / "bin" / "java").exists() if home else shutil.which("java")
    if not found:
        where = f"JAVA_HOME names {home}, where there is none" if home else "it is not on the path"
        raise MissingExtraError(
            f"Spark needs Java 17 or newer, and {where}. Install one (Debian, Ubuntu: apt install "
            "default-jre-headless), or leave out --engine spark: one machine does without."
        )


def _reason(error: Exception) -> str:
    """Give the line of an error of Spark's that says what happened."""
    lines = [one.strip() for one in str(error).splitlines() if one.strip()]
    telling = [one for one in lines if re.match(r"(?:[\w.]+(?:Error|Exception): \S)", one)]
    line = (telling or lines or [type(error).__name__])[-1 if telling else 0]
    return line[:300].rstrip(".") + "."
