"""Weights of one's own are kept by name, read by, and named by the readings they made."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import sayso
from sayso.cli import sayso as command
from sayso.errors import UsageError
from sayso.model import Reading, Statement
from sayso.readers import weights
from sayso.readers.statements_model import FOLDER

TEXT = (
    "Mrs. Pryce argued that the harbour had been sold before the winter. Mr. Vane complained that "
    "nobody listened to the fishermen. The clerk denies that he was ever told so."
)


@pytest.fixture(autouse=True)
def configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "configuration"
    monkeypatch.setenv("SAYSO_CONFIG", str(place))
    return place


@pytest.fixture
def silent(tmp_path: Path) -> Path:
    """A folder with weights that tell nothing: the shipped ones, and nothing of theirs is sure enough."""
    folder = tmp_path / "silent"
    shutil.copytree(FOLDER, folder)
    settings = json.loads((folder / "settings.json").read_text("utf-8"))
    (folder / "settings.json").write_text(json.dumps(settings | {"least": 1.1}), "utf-8")
    return folder


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "harbour.txt").write_text(TEXT, "utf-8")
    return folder


def found(path: Path, **given: str) -> list[Statement]:
    records = sayso.read(path, workers=1, **given)
    return [one for one in records if isinstance(one, Statement)]


def test_kept_weights_are_read_by_and_named(silent: Path, texts: Path) -> None:
    kept = weights.keep("silent", silent, about="nothing")
    records = list(sayso.read(texts, weights="silent", workers=1))
    made = [one for one in records if isinstance(one, Reading) and one.reader == "statements"]

    assert [one.settings for one in made] == [{"weights": "silent", "sha256": kept.sha256}]
    assert len([one for one in records if isinstance(one, Statement)]) < len(found(texts))
    assert len(found(texts, weights="shipped")) == len(found(texts))
    assert [one.name for one in weights.every()] == ["shipped", "silent"]
    assert weights.named("silent").about == "nothing"


def test_a_project_is_read_again_by_other_weights_and_only_then(silent: Path, texts: Path) -> None:
    weights.keep("silent", silent)
    with sayso.open(texts, coder="Ann") as project:
        project.add(workers=1)
        before = len(project.statements())
        by_silent = project.add(workers=1, weights="silent")
        after = len(project.statements())
        again = project.add(workers=1, weights="silent")
        back = project.add(workers=1, weights="shipped")

        assert (by_silent.documents, again.documents, back.documents) == (1, 0, 1)
        assert after < before
        assert len(project.statements()) == before
        assert project.add(workers=1, weights="silent").documents == 1
        assert project.verify() == []


def test_weights_that_are_not_there_are_named(texts: Path, silent: Path) -> None:
    weights.keep("silent", silent)
    with pytest.raises(UsageError, match=r"no weights 'mine'; there are shipped, silent"):
        list(sayso.read(texts, weights="mine"))
    with sayso.open(texts) as project:
        with pytest.raises(UsageError, match="no weights 'mine'"):
            project.add(weights="mine")
        with pytest.raises(UsageError, match="no weights 'mine'"):
            project.start("add", weights="mine")
        with pytest.raises(UsageError, match="Rules alone"):
            project.add(weights="silent", trained=False)
        assert project.jobs() == []


def test_weights_that_were_changed_are_not_read_by(texts: Path, silent: Path) -> None:
    kept = weights.keep("silent", silent)
    (kept.folder / "settings.json").write_text('{"least": 0.5}', "utf-8")

    with pytest.raises(UsageError, match="not what was kept"):
        list(sayso.read(texts, weights="silent"))
    weights.keep("silent", silent)
    assert len(found(texts, weights="silent")) < len(found(texts))


@pytest.mark.parametrize("name", ["", "shipped", "Mine", "../up", "a" * 41, "a b", ".part", "é"])
def test_names_are_plain(name: str, silent: Path, configuration: Path) -> None:
    with pytest.raises(UsageError, match="can be no name"):
        weights.keep(name, silent)
    assert not configuration.exists()


def test_only_weights_that_can_be_read_by_are_kept(
    silent: Path, configuration: Path, tmp_path: Path
) -> None:
    weights.keep("mine", silent)
    with pytest.raises(UsageError, match=r"holds no statements\.onnx, parts\.onnx"):
        weights.keep("mine", tmp_path)
    (silent / "parts.onnx").write_bytes(b"\x08\x07not a model")
    with pytest.raises(UsageError, match="no weights that this sayso can read by"):
        weights.keep("mine", silent)
    with pytest.raises(UsageError, match="no language"):
        weights.keep("mine", silent, languages=["german"])

    assert [one.name for one in (configuration / "weights").iterdir()] == ["mine"]
    assert weights.reader("mine").read_with == weights.named("mine").settings


def test_what_is_no_weights_in_the_folder_is_passed_over(silent: Path, configuration: Path) -> None:
    weights.keep("mine", silent)
    for name, told in (("empty", ""), ("list", "[1]"), ("short", '{"languages": ["en"]}')):
        (configuration / "weights" / name).mkdir()
        (configuration / "weights" / name / "about.json").write_text(told, "utf-8")
    (configuration / "weights" / "bare").mkdir()

    assert [one.name for one in weights.every()] == ["shipped", "mine"]


def test_a_language_of_their_own(silent: Path, tmp_path: Path) -> None:
    weights.keep("any", silent, languages=[])
    weights.keep("german", silent, languages=["de"])

    assert weights.reader("any").languages == ()
    assert weights.reader("german").languages == ("de",)
    assert weights.reader("shipped").languages == ("en",)


def test_the_command_keeps_lists_and_forgets(silent: Path, texts: Path) -> None:
    def ran(*words: str, code: int = 0) -> str:
        result = CliRunner().invoke(command, words)
        assert result.exit_code == code, result.output
        return result.output

    ran("weights", "--keep", "mine", str(silent), "--language", "en", "--about", "of ours")
    rows = [json.loads(line) for line in ran("weights").splitlines()]
    assert [(one["name"], one["about"]) for one in rows[1:]] == [("mine", "of ours")]

    read = [json.loads(line) for line in ran("read", str(texts), "--weights", "mine").splitlines()]
    by = [one["settings"] for one in read if one["type"] == "reading" and one["settings"]]
    assert [one["weights"] for one in by] == ["mine"]

    assert "trained reader" in ran("read", str(texts), "--rules", "--weights", "mine", code=2)
    assert "trained reader" in ran("add", "-p", str(texts), "--rules", "--weights", "mine", code=2)
    assert "together" in ran("weights", "--keep", "mine", code=2)
    assert "not both" in ran("weights", "--keep", "a", "--forget", "b", str(silent), code=2)
    ran("weights", "--forget", "mine")
    assert [one.name for one in weights.every()] == ["shipped"]
    with pytest.raises(UsageError, match="cannot be forgotten"):
        weights.forget("shipped")
