from datetime import UTC, date, datetime, timedelta
from threading import Thread
from zoneinfo import ZoneInfo

import pytest

from wijkwerk.foundation import clock


def test_the_clock_is_now_and_aware() -> None:
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)


def test_time_can_be_played_and_comes_back() -> None:
    new_year = datetime(2026, 1, 1, 9, tzinfo=UTC)
    with clock.at(new_year):
        assert clock.now() == new_year
        with clock.at(new_year + timedelta(days=1)):
            assert clock.today() == date(2026, 1, 2)
        assert clock.today() == date(2026, 1, 1)
    assert clock.now() - datetime.now(UTC) < timedelta(seconds=5)


def test_time_comes_back_after_an_error() -> None:
    with pytest.raises(RuntimeError), clock.at(datetime(2000, 1, 1, tzinfo=UTC)):
        raise RuntimeError
    assert clock.now().year > 2000


def test_a_day_is_a_day_in_amsterdam() -> None:
    with clock.at(datetime(2026, 3, 31, 22, 30, tzinfo=UTC)):
        assert clock.today() == date(2026, 4, 1)
    with clock.at(datetime(2026, 4, 1, 0, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        assert clock.today() == date(2026, 4, 1)


def test_a_moment_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"), clock.at(datetime(2026, 1, 1)):
        pass


def test_one_player_does_not_move_anothers_clock() -> None:
    seen: list[int] = []
    with clock.at(datetime(2000, 1, 1, tzinfo=UTC)):
        other = Thread(target=lambda: seen.append(clock.now().year))
        other.start()
        other.join()
    assert seen[0] > 2000
