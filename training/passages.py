"""Passages written for training, each with its gold, turned into offsets.

    python training/passages.py keep FILE.json ...
    python training/passages.py text p201            # for the one who annotates it again

A file holds one object or a list of them: `name`, `genre`, `part` ("train" or "held out"), `annotator`,
`text`, and `statements` and `quoted` as in excerpts.py. The text is written for this purpose and kept with
the annotation in `annotations/passages/NAME.ANNOTATOR.json`; a second annotator's file has no text and is
held against the text of the first.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from excerpts import HERE, NotThereError, anchored, sha256

KEPT = HERE / "annotations" / "passages"


def text_of(name: str) -> str:
    for path in sorted(KEPT.glob(f"{name}.*.json")):
        made = json.loads(path.read_text(encoding="utf-8"))
        if "text" in made:
            return made["text"]
    raise KeyError(f"there is no passage {name}")


def keep(written: dict) -> None:
    text = written.get("text")
    made = {key: written[key] for key in ("name", "genre", "part", "annotator") if key in written}
    if text is not None:
        made["text"] = text
    else:
        text = text_of(written["name"])
    made["sha256"] = sha256(text)
    made |= anchored(text, written)
    KEPT.mkdir(parents=True, exist_ok=True)
    target = KEPT / f"{made['name']}.{made['annotator']}.json"
    target.write_text(json.dumps(made, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{target.name}: {len(text.split())} words")
    for one in made["statements"]:
        parts = " | ".join(text[start:end] for start, end in one["content"])
        who = ", ".join(text[start:end] for start, end in one["speakers"]) or "-"
        cue = text[slice(*one["cue"])] if one["cue"] else "-"
        shown = parts if len(parts) < 110 else f"{parts[:55]} … {parts[-45:]}"
        print(f"  {one['kind']:8} {who} [{cue}] {shown}")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("task", choices=("keep", "text"))
    asked.add_argument("names", nargs="+")
    given = asked.parse_args()
    failed = 0
    for name in given.names:
        if given.task == "text":
            print(f"== {name}\n{text_of(name)}\n")
            continue
        held = json.loads(Path(name).read_text(encoding="utf-8"))
        for one in held if isinstance(held, list) else [held]:
            try:
                keep(one)
            except (NotThereError, KeyError, ValueError) as error:
                failed += 1
                print(f"{one.get('name', name)}: {error}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
