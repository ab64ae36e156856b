"""What tests of participation share."""

import pytest

from tests.world import World, make_world


@pytest.fixture
def world(db: None) -> World:
    """One area and a holder of every role."""
    return make_world()
