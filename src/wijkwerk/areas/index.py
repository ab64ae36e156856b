"""Which outline holds this point, for millions of points: a grid over the outlines, and exact tests only at
borders.

One written rule, which every way of looking follows: **a point in two outlines, or on a border, belongs to
the area with the lowest code; a point in none belongs to none (-1).** Published outlines are generalised, so
about one point in a hundred lies in two of them.

Every cell of the grid knows its candidates, lowest code first. Up to the first outline that covers the whole
cell they must be tested; that one needs no test, and what comes after it can never win. Most cells hold no
border at all, so that a look-up in an array answers. Pure: numpy and shapely, no Django.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
NONE = -1

# Cells along one side, per square root of the number of outlines: finer answers more points at once but takes
# longer to build and more memory. Measured on the national buurten; see bench/areas.py.
_CELLS_PER_ROOT = 12
_FEWEST_CELLS, _MOST_CELLS = 64, 2048
# Far above the rounding of a coordinate in cell units and far below a cell: what only nearly touches a cell
# counts as touching it, which costs a test and never an answer.
_MARGIN = 1e-6


def ranks_of(codes: Sequence[str]) -> Integers:
    """The place of each code in order: 0 for the lowest. Equal codes keep the order they were given in."""
    ranks = np.empty(len(codes), dtype=np.int64)
    ranks[sorted(range(len(codes)), key=codes.__getitem__)] = np.arange(len(codes))
    return ranks


def plain_find(
    codes: Sequence[str], geometries: Sequence[shapely.Geometry | None], lon: ArrayLike, lat: ArrayLike
) -> Integers:
    """The same answers the plain way, with a tree of boxes. The index must agree with this on every point."""
    points = np.asarray(shapely.points(np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)))
    ranks = ranks_of(codes)
    point, outline = shapely.STRtree(np.asarray(geometries, dtype=object)).query(
        points, predicate="intersects"
    )
    lowest = np.full(len(points), len(codes), dtype=np.int64)
    np.minimum.at(lowest, point, ranks[outline])
    found: Integers = np.append(np.argsort(ranks), NONE)[lowest]
    return found


@dataclass(frozen=True)
class _Grid:
    """A grid over a box: coordinates to cell units and cells."""

    left: float
    bottom: float
    across: float
    upward: float
    side: int

    @classmethod
    def over(cls, geometries: NDArray[Any], side: int) -> Self:
        if not any(outline is not None and not outline.is_empty for outline in geometries):
            return cls(0.0, 0.0, 1.0, 1.0, 1)
        left, bottom, right, top = (float(bound) for bound in shapely.total_bounds(geometries))
        return cls(left, bottom, side / max(right - left, 1e-9), side / max(top - bottom, 1e-9), side)

    def units(self, lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
        # The same arithmetic for corners of outlines and for points asked about, so that rounding treats them
        # alike.
        return (lon - self.left) * self.across, (lat - self.bottom) * self.upward

    def clip(self, cells: Floats) -> Integers:
        return np.clip(np.floor(cells), 0, self.side - 1).astype(np.int64)


def _runs(first: Integers, last: Integers) -> tuple[Integers, Integers]:
    """For runs first…last: the number of the run and the value, for every value of every run."""
    lengths = np.maximum(last - first + 1, 0)
    run = np.repeat(np.arange(len(first)), lengths)
    before = np.cumsum(lengths) - lengths
    return run, np.arange(len(run)) - before[run] + first[run]


@dataclass(frozen=True)
class _Segments:
    """The straight pieces of all borders in cell units, and the rank of the outline each belongs to."""

    rank: Integers
    u0: Floats
    v0: Floats
    u1: Floats
    v1: Floats

    @classmethod
    def of(cls, geometries: NDArray[Any], grid: _Grid) -> Self:
        parts, outline_of_part = shapely.get_parts(geometries, return_index=True)
        rings, part_of_ring = shapely.get_rings(parts, return_index=True)
        corners, ring = shapely.get_coordinates(rings, return_index=True)
        u, v = grid.units(corners[:, 0], corners[:, 1])
        starts = np.flatnonzero(ring[:-1] == ring[1:])
        rank = outline_of_part[part_of_ring[ring[starts]]].astype(np.int64)
        return cls(rank, u[starts], v[starts], u[starts + 1], v[starts + 1])

    def touched(self, grid: _Grid) -> tuple[Integers, Integers]:
        """Rank and cell wherever a border passes through a cell (some pairs more than once)."""
        low, high = np.minimum(self.v0, self.v1), np.maximum(self.v0, self.v1)
        piece, row = _runs(grid.clip(low - _MARGIN), grid.clip(high + _MARGIN))
        u0, v0, rise = self.u0[piece], self.v0[piece], (self.v1 - self.v0)[piece]
        run = (self.u1 - self.u0)[piece]
        with np.errstate(divide="ignore", invalid="ignore"):
            enter = np.clip((row - _MARGIN - v0) / rise, 0, 1)
            leave = np.clip((row + 1 + _MARGIN - v0) / rise, 0, 1)
        flat = np.abs(rise) < _MARGIN
        ends = u0 + np.where(flat, 0, enter) * run, u0 + np.where(flat, 1, leave) * run
        stretch, column = _runs(
            grid.clip(np.minimum(*ends) - _MARGIN), grid.clip(np.maximum(*ends) + _MARGIN)
        )
        return self.rank[piece[stretch]], row[stretch] * grid.side + column

    def covered(self, grid: _Grid) -> tuple[Integers, Integers]:
        """Rank and cell wherever the middle of a cell lies inside an outline, by counting crossings."""
        low, high = np.minimum(self.v0, self.v1), np.maximum(self.v0, self.v1)
        # Half-open, so that a corner at exactly this height counts once.
        first = np.maximum(np.floor(low - 0.5).astype(np.int64) + 1, 0)
        last = np.minimum(np.floor(high - 0.5).astype(np.int64), grid.side - 1)
        piece, row = _runs(first, last)
        share = (row + 0.5 - self.v0[piece]) / (self.v1 - self.v0)[piece]
        u, rank = self.u0[piece] + share * (self.u1 - self.u0)[piece], self.rank[piece]
        order = np.lexsort((u, rank * grid.side + row))
        u, rank, row = u[order], rank[order], row[order]
        # A closed ring crosses every height an even number of times: in at the even ones, out at the odd
        # ones.
        inward, outward = slice(0, None, 2), slice(1, None, 2)
        stretch, column = _runs(
            np.maximum(np.ceil(u[inward] - 0.5).astype(np.int64), 0),
            np.minimum(np.floor(u[outward] - 0.5).astype(np.int64), grid.side - 1),
        )
        return rank[inward][stretch], row[inward][stretch] * grid.side + column


@dataclass(frozen=True)
class AreaIndex:
    """Outlines made ready to be asked about many points. Build once, ask often; safe to share between
    threads.
    """

    codes: tuple[str, ...]
    _grid: _Grid
    _outlines: NDArray[Any]  # by rank
    _given: Integers  # rank → place among the codes as given; one more at the end: NONE
    _answer: NDArray[
        np.int32
    ]  # cell → rank, or `len(codes)` for none, or -1 - number of its list of candidates
    _starts: Integers  # list of candidates → where it starts in `_candidates`; one more at the end
    _candidates: NDArray[
        np.int32
    ]  # ranks; one that covers the whole cell, and so needs no test, as -1 - rank

    @classmethod
    def build(
        cls, codes: Sequence[str], geometries: Sequence[shapely.Geometry | None], *, side: int | None = None
    ) -> Self:
        """An index over valid outlines (None: an area without one). `side` is the number of cells along each
        side.
        """
        none = len(codes)
        order = np.argsort(ranks_of(codes))
        outlines = np.asarray([geometries[place] for place in order], dtype=object)
        grid = _Grid.over(
            outlines, side or int(np.clip(_CELLS_PER_ROOT * none**0.5, _FEWEST_CELLS, _MOST_CELLS))
        )
        segments = _Segments.of(outlines, grid)
        border_rank, border_cell = segments.touched(grid)
        inside_rank, inside_cell = segments.covered(grid)

        answer = np.full(grid.side**2, none, dtype=np.int32)
        # Later assignments win, so the highest rank goes first.
        downward = np.argsort(-inside_rank, kind="stable")
        answer[inside_cell[downward]] = inside_rank[downward]
        has_border = np.zeros(grid.side**2, dtype=bool)
        has_border[border_cell] = True
        also = has_border[inside_cell]

        # One number per candidate that sorts by cell, then rank, then "must be tested" before "covers the
        # cell".
        tested = (border_cell * none + border_rank) * 2
        certain = (inside_cell[also] * none + inside_rank[also]) * 2 + 1
        entries = np.unique(np.concatenate([tested, certain]))
        pair = entries >> 1
        entries = entries[np.append(True, pair[1:] != pair[:-1])] if len(entries) else entries
        cell, rank, sure = (entries >> 1) // none, (entries >> 1) % none, (entries & 1).astype(bool)
        # Whatever comes after one that covers the whole cell can never win.
        new_cell = np.append(True, cell[1:] != cell[:-1])[: len(cell)]
        sure_before = np.cumsum(sure) - sure
        kept = sure_before == sure_before[new_cell][np.cumsum(new_cell) - 1]
        cell, rank, sure, new_cell = cell[kept], rank[kept], sure[kept], new_cell[kept]

        starts = np.append(np.flatnonzero(new_cell), len(cell))
        answer[cell[new_cell]] = -1 - np.arange(len(starts) - 1)
        at_once = np.flatnonzero(new_cell & sure)
        answer[cell[at_once]] = rank[at_once]

        shapely.prepare(outlines)
        return cls(
            tuple(codes), grid, outlines, np.append(order, NONE), answer, starts,
            np.where(sure, -1 - rank, rank).astype(np.int32),
        )  # fmt: skip

    def find(self, lon: ArrayLike, lat: ArrayLike) -> Integers:
        """For each point the place of its area among the codes given, or -1."""
        x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
        none, side = len(self.codes), self._grid.side
        u, v = self._grid.units(x, y)
        within = (u >= 0) & (u <= side) & (v >= 0) & (v <= side)  # not a number compares false
        u, v = np.where(within, u, 0), np.where(within, v, 0)
        ranks = self._answer[self._grid.clip(v) * side + self._grid.clip(u)].astype(np.int64)
        ranks[~within] = none
        self._test(ranks, x, y)
        found: Integers = self._given[ranks]
        return found

    def _test(self, ranks: Integers, x: Floats, y: Floats) -> None:
        """Settle, in `ranks`, the points whose cell holds a border."""
        points = np.flatnonzero(ranks < 0)
        lists = -1 - ranks[points]
        at, end = self._starts[lists], self._starts[lists + 1]
        ranks[points] = len(self.codes)
        while len(points):
            candidate = self._candidates[at].astype(np.int64)
            rank = np.where(candidate < 0, -1 - candidate, candidate)
            hit = candidate < 0
            test = np.flatnonzero(~hit)
            test = test[np.argsort(rank[test], kind="stable")]  # the same outline again is still in the cache
            hit[test] = shapely.intersects_xy(self._outlines[rank[test]], x[points[test]], y[points[test]])
            ranks[points[hit]] = rank[hit]
            left = ~hit & (at + 1 < end)
            points, at, end = points[left], at[left] + 1, end[left]
