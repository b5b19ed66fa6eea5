"""Decision diagrams with several values per variable: sets of combinations, each kept once.

A node is a variable and one child per value; equal nodes are the same number, so that two
conditions mean the same exactly when their numbers are equal. The technique is Bryant's (1986).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

Node = int
FALSE: Final[Node] = 0
TRUE: Final[Node] = 1
LIMIT: Final = 1_000_000
"""How much is explored before it is given up, where nothing else is said."""

MOST_VARIABLES: Final = 240
"""The operations call themselves once for each variable."""

_TICK: Final = 1 << 12
_AND, _OR = 0, 1


class TooLargeError(Exception):
    """More had to be explored than was allowed."""

    def __init__(self, explored: int) -> None:
        """Hold how much was explored before it was given up."""
        super().__init__(explored)
        self.explored = explored


class Diagram:
    """All diagrams over the same variables, in one order; `sizes` has their number of values."""

    def __init__(self, sizes: Sequence[int], limit: int, tick: Callable[[int], None]) -> None:
        """Start with the two constants; `tick` hears now and then how much is explored."""
        if len(sizes) > MOST_VARIABLES:
            raise TooLargeError(0)
        self.sizes = tuple(sizes)
        self.explored = 0
        self._limit = limit
        self._tick = tick
        end = len(self.sizes)
        self._vars: list[int] = [end, end]
        self._kids: list[tuple[Node, ...]] = [(), ()]
        self._unique: dict[tuple[int, tuple[Node, ...]], Node] = {}
        self._pairs: tuple[dict[tuple[Node, Node], Node], ...] = ({}, {})
        self._negated: dict[Node, Node] = {FALSE: TRUE, TRUE: FALSE}

    def make(self, var: int, kids: tuple[Node, ...]) -> Node:
        """Give the node with these children, below which only later variables may stand."""
        if kids.count(kids[0]) == len(kids):
            return kids[0]
        node = self._unique.get((var, kids))
        if node is None:
            node = self._unique[var, kids] = len(self._vars)
            self._vars.append(var)
            self._kids.append(kids)
            self._count()
        return node

    def within(self, var: int, values: Iterable[int]) -> Node:
        """Give the combinations where the variable has one of the values."""
        chosen = set(values)
        return self.make(var, tuple(int(v in chosen) for v in range(self.sizes[var])))

    def conj(self, *nodes: Node) -> Node:
        """Give what all have in common."""
        ut = TRUE
        for node in nodes:
            ut = self._combine(_AND, ut, node)
        return ut

    def disj(self, *nodes: Node) -> Node:
        """Give what at least one has."""
        ut = FALSE
        for node in nodes:
            ut = self._combine(_OR, ut, node)
        return ut

    def neg(self, node: Node) -> Node:
        """Give all that the node does not have."""
        known = self._negated.get(node)
        if known is None:
            self._count()
            known = self.make(self._vars[node], tuple([self.neg(k) for k in self._kids[node]]))
            self._negated[node], self._negated[known] = known, node
        return known

    def minus(self, node: Node, other: Node) -> Node:
        """Give what the first has and the other has not."""
        return self.conj(node, self.neg(other))

    def differ(self, node: Node, other: Node) -> Node:
        """Give what exactly one of them has."""
        return self.disj(self.minus(node, other), self.minus(other, node))

    def remap(self, node: Node, var: int, values: Sequence[int]) -> Node:
        """Give the combinations that are in the node once value i is exchanged for values[i]."""
        done: dict[Node, Node] = {}

        def move(this: Node) -> Node:
            if self._vars[this] > var:
                return this
            if this not in done:
                self._count()
                kids = self._kids[this]
                at_var = self._vars[this] == var
                moved = [kids[v] for v in values] if at_var else [move(k) for k in kids]
                done[this] = self.make(self._vars[this], tuple(moved))
            return done[this]

        return move(node)

    def cheapest(self, node: Node, costs: Sequence[Sequence[int]]) -> Mapping[int, int] | None:
        """Give a combination with the lowest cost, by variable; what is left out has value 0.

        Value 0 must cost nothing. None where there is no combination.
        """
        if node == FALSE:
            return None
        best = self._best(node, costs)
        chosen: dict[int, int] = {}
        while node != TRUE:
            var = self._vars[node]
            _, chosen[var] = best[node]
            node = self._kids[node][chosen[var]]
        return chosen

    def _best(self, node: Node, costs: Sequence[Sequence[int]]) -> Mapping[Node, tuple[int, int]]:
        """Give the lowest cost from each node below, and the value that begins it."""
        best: dict[Node, tuple[int, int]] = {TRUE: (0, 0)}

        def visit(this: Node) -> int:
            if this not in best:
                cost = costs[self._vars[this]]
                kids = enumerate(self._kids[this])
                best[this] = min([(visit(k) + cost[v], v) for v, k in kids if k != FALSE])
            return best[this][0]

        visit(node)
        return best

    def has(self, node: Node, chosen: Mapping[int, int]) -> bool:
        """Tell whether the node has the combination; what is left out has value 0."""
        while node > TRUE:
            node = self._kids[node][chosen.get(self._vars[node], 0)]
        return node == TRUE

    def _combine(self, op: int, one: Node, other: Node) -> Node:
        low, high = (one, other) if one < other else (other, one)
        if low == high:
            return low
        if low == FALSE:
            return FALSE if op == _AND else high
        if low == TRUE:
            return high if op == _AND else TRUE
        memo = self._pairs[op]
        known = memo.get((low, high))
        if known is None:
            self._count()
            var = min(self._vars[low], self._vars[high])
            pairs = zip(self._below(low, var), self._below(high, var), strict=True)
            known = self.make(var, tuple([self._combine(op, a, b) for a, b in pairs]))
            memo[low, high] = known
        return known

    def _below(self, node: Node, var: int) -> tuple[Node, ...]:
        return self._kids[node] if self._vars[node] == var else (node,) * self.sizes[var]

    def _count(self) -> None:
        """Count one more that is explored, and kept; raises TooLargeError past the limit."""
        self.explored += 1
        if self.explored > self._limit:
            raise TooLargeError(self.explored)
        if not self.explored % _TICK:
            self._tick(self.explored)
