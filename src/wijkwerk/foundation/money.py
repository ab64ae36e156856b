"""Money: whole minor units (cents) with a currency. Guilders exist here and never mix with euros."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from wijkwerk.approaches.values import Currency

__all__ = ["GUILDERS_PER_EURO", "SYMBOLS", "Currency", "CurrencyMismatch", "Money", "in_euros"]

# Fixed irrevocably on 1 January 1999: Council Regulation (EC) No 2866/98.
GUILDERS_PER_EURO = Decimal("2.20371")


SYMBOLS = {Currency.EUR: "€", Currency.NLG: "ƒ"}


class CurrencyMismatch(TypeError):
    """Two currencies were added or compared; a sum over both has no meaning."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"bedragen in {one} en {other} kunnen niet bij elkaar worden opgeteld of vergeleken")


@dataclass(frozen=True, order=False)
class Money:
    """An amount in minor units: `Money(12500, "EUR")` is € 125,00."""

    minor: int
    currency: Currency

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError("an amount is a whole number of minor units")
        object.__setattr__(self, "currency", Currency(self.currency))

    @classmethod
    def of(cls, amount: int | str | Decimal, currency: str | Currency) -> Money:
        """From whole units: `Money.of("12.50", "EUR")`. Half a cent goes up. Floats are refused.

        Raises ValueError for what is no amount.
        """
        if isinstance(amount, float):
            raise TypeError("give an amount as int, str or Decimal")
        try:
            exact = int((Decimal(amount) * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))
        except (InvalidOperation, ValueError):  # no number, no end, or too long to be money
            raise ValueError(f"dit is geen bedrag: {str(amount)[:40]!r}") from None
        return cls(exact, Currency(currency))

    @property
    def amount(self) -> Decimal:
        """The amount in whole units, two decimals."""
        return Decimal(self.minor) / 100

    @property
    def rounded(self) -> Money:
        """Without cents; half a unit goes up."""
        return Money.of(self.amount.quantize(Decimal(1), rounding=ROUND_HALF_UP), self.currency)

    def _same(self, other: Money) -> int:
        if self.currency is not other.currency:
            raise CurrencyMismatch(self.currency, other.currency)
        return other.minor

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other), self.currency)

    def __mul__(self, times: int) -> Money:
        return Money(self.minor * times, self.currency)

    __rmul__ = __mul__

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._same(other)

    def __gt__(self, other: Money) -> bool:
        return self.minor > self._same(other)

    def __ge__(self, other: Money) -> bool:
        return self.minor >= self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def __str__(self) -> str:
        """As people write it in Dutch: `€ 1.250` or `€ 12,50`."""
        sign = "-" if self.minor < 0 else ""
        whole, cents = divmod(abs(self.minor), 100)
        text = f"{whole:,}".replace(",", ".")
        return f"{sign}{SYMBOLS[self.currency]} {text}" + (f",{cents:02d}" if cents else "")


def in_euros(money: Money) -> Money:
    """Guilders at the fixed rate, to the cent: the same money then, not what it would buy today. Euros stay euros.

    Only to show beside the guilders, never to add up.
    """
    if money.currency is Currency.EUR:
        return money
    return Money.of(money.amount / GUILDERS_PER_EURO, Currency.EUR)
