"""Discourse networks: who stands with whom, for and against what, and how that changes.

    statements = networks.from_columns(table)
    network = networks.network(statements, mode="one", aggregation="subtract",
                               normalization="average")

Takes tables of statements, never a project. `sayso.networks.dna` answers by the argument names
of rDNA.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

_PUBLIC = {
    "Backbone": "backbone",
    "Bars": "tallies",
    "Behind": "tracing",
    "Clustering": "clustering",
    "Network": "making",
    "Phases": "phasing",
    "Polarization": "camps",
    "Position": "scaling",
    "Scale": "scaling",
    "Settings": "settings",
    "Statements": "statements",
    "bars": "tallies",
    "behind": "tracing",
    "clusters": "clustering",
    "clusters_over_time": "clustering",
    "dendrogram": "clustering",
    "distances": "comparing",
    "evaluate_backbone": "backbone",
    "event_list": "making",
    "find_backbone": "backbone",
    "from_columns": "statements",
    "from_records": "records",
    "kernels": "smoothing",
    "nested_backbone": "backbone",
    "network": "making",
    "phases": "phasing",
    "polarization": "camps",
    "polarization_over_time": "camps",
    "read_statements": "sheets",
    "scale": "scaling",
    "separating": "clustering",
    "shares": "tallies",
    "windows": "sliding",
    "write": "files",
    "write_series": "dynamic",
    "write_statements": "sheets",
}
__all__ = [
    "Backbone", "Bars", "Behind", "Clustering", "Network", "Phases", "Polarization", "Position",
    "Scale", "Settings", "Statements", "bars", "behind", "clusters", "clusters_over_time",
    "dendrogram", "distances", "evaluate_backbone", "event_list", "find_backbone",
    "from_columns", "from_records", "kernels", "nested_backbone", "network", "phases",
    "polarization", "polarization_over_time", "read_statements", "scale", "separating",
    "shares", "windows", "write", "write_series", "write_statements",
]  # fmt: skip

if TYPE_CHECKING:
    from sayso.networks.backbone import Backbone as Backbone
    from sayso.networks.backbone import evaluate_backbone as evaluate_backbone
    from sayso.networks.backbone import find_backbone as find_backbone
    from sayso.networks.backbone import nested_backbone as nested_backbone
    from sayso.networks.camps import Polarization as Polarization
    from sayso.networks.camps import polarization as polarization
    from sayso.networks.camps import polarization_over_time as polarization_over_time
    from sayso.networks.clustering import Clustering as Clustering
    from sayso.networks.clustering import clusters as clusters
    from sayso.networks.clustering import clusters_over_time as clusters_over_time
    from sayso.networks.clustering import dendrogram as dendrogram
    from sayso.networks.clustering import separating as separating
    from sayso.networks.comparing import distances as distances
    from sayso.networks.dynamic import write_series as write_series
    from sayso.networks.files import write as write
    from sayso.networks.making import Network as Network
    from sayso.networks.making import event_list as event_list
    from sayso.networks.making import network as network
    from sayso.networks.phasing import Phases as Phases
    from sayso.networks.phasing import phases as phases
    from sayso.networks.records import from_records as from_records
    from sayso.networks.scaling import Position as Position
    from sayso.networks.scaling import Scale as Scale
    from sayso.networks.scaling import scale as scale
    from sayso.networks.settings import Settings as Settings
    from sayso.networks.sheets import read_statements as read_statements
    from sayso.networks.sheets import write_statements as write_statements
    from sayso.networks.sliding import windows as windows
    from sayso.networks.smoothing import kernels as kernels
    from sayso.networks.statements import Statements as Statements
    from sayso.networks.statements import from_columns as from_columns
    from sayso.networks.tallies import Bars as Bars
    from sayso.networks.tallies import bars as bars
    from sayso.networks.tallies import shares as shares
    from sayso.networks.tracing import Behind as Behind
    from sayso.networks.tracing import behind as behind

_MODULES = {"dna", "figures", "files", "times"}
"""Modules that are reached as `networks.dna` without an import of their own."""


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"sayso.networks.{name}")
    if name not in _PUBLIC:
        raise AttributeError(f"sayso.networks has no {name!r}")
    return getattr(import_module(f"sayso.networks.{_PUBLIC[name]}"), name)
