"""What a rule yields: the key, the words in Dutch and English, and the paths of the values that clash."""

from collections.abc import Callable, Iterator

from wijkwerk.approaches.schema import Approach

Clash = tuple[str, str, str, tuple[str, ...]]
Rule = Callable[[Approach], Iterator[Clash]]
