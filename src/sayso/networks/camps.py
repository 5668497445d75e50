"""How far a debate falls into camps that agree within and conflict between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from sayso.errors import UsageError
from sayso.networks.counting import Floats, count
from sayso.networks.making import made
from sayso.networks.selection import select
from sayso.networks.settings import Aggregation, Settings, qualified, undecided
from sayso.networks.sliding import windows
from sayso.networks.statements import Codes, Statements
from sayso.networks.times import Unit, written


@dataclass(frozen=True)
class Polarization:
    """Camps, and how near the debate comes to them.

    `score` is 1 where agreement lies evenly within the camps and conflict evenly between them;
    see `score`. `camps` gives each actor a number, camp 0 being the largest.
    """

    actors: tuple[str, ...]
    camps: tuple[int, ...]
    score: float


def polarization(
    statements: Statements,
    *,
    groups: int = 2,
    seed: int = 0,
    restarts: int = 8,
    settings: Settings | None = None,
    **options: Any,
) -> Polarization:
    """Find the camps of a debate, and say how polarized it is.

    Args:
        statements: the table, see `statements.from_columns`.
        groups: how many camps.
        seed: the same seed gives the same answer.
        restarts: how many random starts are tried beside the one from the spectrum.
        settings: of the congruence and conflict networks, their aggregation aside; or give its
            parts as options. Ties are averaged where no normalization is named.

    Raises:
        UsageError: There are fewer actors than camps, or the network is not one-mode.
    """
    chosen = settings if settings is not None else Settings(
        **{"mode": "one", "normalization": "average", **options}
    )  # fmt: skip
    undecided("polarization", chosen, "aggregation")
    actors, congruence, conflict = opposed(statements, chosen)
    camps = find_camps(congruence, conflict, groups=groups, seed=seed, restarts=restarts)
    return Polarization(actors, tuple(camps.tolist()), score(congruence, conflict, camps))


def polarization_over_time(
    statements: Statements,
    *,
    unit: Unit,
    size: int,
    groups: int = 2,
    seed: int = 0,
    settings: Settings | None = None,
    **options: Any,
) -> tuple[tuple[str, Polarization], ...]:
    """Find camps and score in every window; windows with too few actors are left out.

    Returns:
        The middle of each window, and what was found there.

    Raises:
        UsageError: As `polarization` and `windows` do.
    """
    chosen = settings if settings is not None else Settings(
        **{"mode": "one", "normalization": "average", **options}
    )  # fmt: skip
    undecided("polarization", chosen, "aggregation")
    both = [
        windows(statements, unit=unit, size=size, settings=replace(chosen, aggregation=one))
        for one in _OPPOSED
    ]
    found = []
    for agreed, fought in zip(*both, strict=True):
        if len(agreed.rows) <= groups:
            continue
        congruence, conflict = agreed.matrix(), fought.matrix()
        camps = find_camps(congruence, conflict, groups=groups, seed=seed, restarts=3)
        one = Polarization(agreed.rows, tuple(camps.tolist()), score(congruence, conflict, camps))
        found.append((written(agreed.middle), one))
    return tuple(found)


_OPPOSED: tuple[Aggregation, Aggregation] = ("congruence", "conflict")


def opposed(statements: Statements, settings: Settings) -> tuple[tuple[str, ...], Floats, Floats]:
    """Give the actors, and the networks of their agreement and of their conflict.

    Raises:
        UsageError: The network is not one-mode, or has no qualifier.
    """
    if settings.mode != "one":
        raise UsageError("Polarization belongs to a one-mode network; choose mode 'one'.")
    qualified("polarization", settings)
    both = []
    for aggregation in _OPPOSED:
        selection = select(statements, replace(settings, aggregation=aggregation))
        counting = count(selection)
        both.append(made(counting, counting.cube(), selection, (0, 0, 0)))
    return both[0].rows, both[0].matrix(), both[1].matrix()


def score(congruence: Floats, conflict: Floats, camps: Sequence[int] | Codes) -> float:
    """Say how well camps explain who agrees and who conflicts, at best 1, by chance 0.

    It is the mean of two correlations over all pairs of actors: of their agreement with standing
    in one camp, and of their conflict with standing in two. Agreement or conflict that is the
    same for all pairs explains nothing and counts 0, so that consensus is not polarized. With few
    actors even chance finds some structure; compare with debates of the same size.
    """
    fit = _Fit(congruence, conflict)
    given = np.asarray(camps)
    same = given[:, None] == given[None, :]
    np.fill_diagonal(same, val=False)
    return fit.of(float(fit.pull[same].sum()) / 2, float(same.sum()) / 2)


class _Fit:
    """The score as a function of two numbers: the pull within camps, the pairs within camps."""

    def __init__(self, congruence: Floats, conflict: Floats) -> None:
        self.pull = _standard(congruence) - _standard(conflict)
        self.pairs = len(congruence) * (len(congruence) - 1) / 2

    def of(self, pulled: float, within: float) -> float:
        share = within / self.pairs if self.pairs else 0.0
        spread = np.sqrt(share * (1 - share))
        return float(pulled / (2 * self.pairs * spread)) if spread > 0 else 0.0


def _standard(matrix: Floats) -> Floats:
    """Bring the ties of all pairs to mean 0 and spread 1, the diagonal to 0; no spread gives 0."""
    upper = matrix[np.triu_indices(len(matrix), 1)]
    spread = float(upper.std()) if upper.size else 0.0
    if spread <= 1e-12 * max(1.0, float(np.abs(upper).max(initial=0.0))):
        return np.zeros_like(matrix)
    made = (matrix - upper.mean()) / spread
    np.fill_diagonal(made, 0)
    return np.asarray(made)


def find_camps(
    congruence: Floats, conflict: Floats, *, groups: int = 2, seed: int = 0, restarts: int = 8
) -> Codes:
    """Give each actor a camp, so that the score is as high as the search can make it.

    The search starts from the leading eigenvectors of agreement minus conflict, and from random
    camps; it then moves single actors while the score rises.

    Raises:
        UsageError: There are fewer actors than camps, or fewer than two camps.
    """
    size = len(congruence)
    if not 2 <= groups <= size:
        raise UsageError(f"{size} actors cannot form {groups} camps; choose 2 to {max(size, 2)}.")
    rng = np.random.default_rng(seed)
    fit = _Fit(congruence, conflict)
    starts = [_from_spectrum(fit.pull, groups, seed)]
    starts += [rng.permutation(np.arange(size) % groups) for _ in range(restarts)]
    found = [_climbed(fit, start, groups) for start in starts]
    return _by_size(max(found, key=lambda camps: score(congruence, conflict, camps)))


def _from_spectrum(signed: Floats, groups: int, seed: int) -> Codes:
    from sklearn.cluster import KMeans

    if not signed.any():
        return np.arange(len(signed), dtype=np.int64) % groups
    _, vectors = np.linalg.eigh(signed)
    leading = vectors[:, -max(groups - 1, 1) :]
    labels = KMeans(groups, n_init=4, random_state=seed).fit_predict(leading)
    return _filled(np.asarray(labels, dtype=np.int64), groups)


def _filled(camps: Codes, groups: int) -> Codes:
    """Give every camp a member: the first of the largest moves."""
    camps = camps.copy()
    for camp in range(groups):
        if not np.any(camps == camp):
            largest = np.bincount(camps, minlength=groups).argmax()
            camps[np.flatnonzero(camps == largest)[0]] = camp
    return camps


def _climbed(fit: _Fit, camps: Codes, groups: int) -> Codes:
    """Move single actors while the score rises; no camp is left empty."""
    camps = camps.astype(np.int64)
    sizes = np.bincount(camps, minlength=groups).astype(np.float64)
    same = camps[:, None] == camps[None, :]
    pulled = float(fit.pull[same].sum()) / 2
    within = float((sizes * (sizes - 1)).sum()) / 2
    best = fit.of(pulled, within)
    moved = True
    while moved:
        moved = False
        for actor in range(len(camps)):
            now = int(camps[actor])
            if sizes[now] == 1:
                continue
            pull = np.bincount(camps, fit.pull[actor], minlength=groups)
            for to in range(groups):
                if to == now:
                    continue
                new_pulled = pulled - pull[now] + pull[to]
                new_within = within - (sizes[now] - 1) + sizes[to]
                new = fit.of(new_pulled, new_within)
                if new > best + 1e-12:
                    camps[actor], best, moved = to, new, True
                    pulled, within = new_pulled, new_within
                    sizes[now] -= 1
                    sizes[to] += 1
                    break
    return camps


def _by_size(camps: Codes) -> Codes:
    order = np.argsort(-np.bincount(camps), kind="stable")
    names = np.empty_like(order)
    names[order] = np.arange(len(order))
    return names[camps]


def peer_quality(
    congruence: Floats, conflict: Floats, camps: Sequence[int], *, normalize: bool
) -> float:
    """Give the number that the peer calls quality: it *grows* as the debate is less polarized."""
    given = np.asarray(camps)
    size = len(given)
    sizes = np.bincount(given)[given].astype(np.float64)
    groups = np.bincount(given).astype(np.float64)
    within = float((groups * (groups - 1)).sum())
    between = size * (size - 1) - within
    agreed, fought = float(np.abs(congruence).sum()), float(np.abs(conflict).sum())
    same = given[:, None] == given[None, :]
    ideal = _share(sizes * (sizes - 1), within) * _share(agreed, within)
    against = _share(sizes[:, None] * sizes[None, :], between) * _share(fought, between)
    cells = np.where(
        same,
        np.abs(congruence - ideal[:, None]) + np.abs(conflict),
        np.abs(congruence) + np.abs(conflict - against),
    )
    np.fill_diagonal(cells, 0)
    total = float(cells.sum())
    return total / (2 * (agreed + fought)) if normalize else total / 2


def _share(part: Any, whole: float) -> Any:
    return part / whole if whole else part * 0.0
