"""The streams of keys in a row are those of the single keys."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nnviz.model.random.seeds import SEED_MAX, Stream, stream
from nnviz.model.random.streams import streams


@given(
    seed=st.integers(0, SEED_MAX),
    purpose=st.sampled_from(list(Stream)),
    first=st.integers(0, 2**32 - 4),
    count=st.integers(0, 4),
)
@example(seed=0, purpose=Stream.BATCHES, first=0, count=4)
@example(seed=SEED_MAX, purpose=Stream.SEARCH, first=2**32 - 4, count=4)
@pytest.mark.slow
def test_that_streams_in_a_row_are_those_of_each_key(seed, purpose, first, count):
    made = [generator.bit_generator.state for generator in streams(seed, purpose, first, count)]
    assert made == [stream(seed, purpose, key).bit_generator.state for key in range(first, first + count)]


@pytest.mark.parametrize("first", [2**32 - 2, 2**40])
def test_that_keys_of_more_than_one_word_are_taken_too(first):
    made = [generator.random() for generator in streams(1, Stream.BATCHES, first, 4)]
    assert made == [stream(1, Stream.BATCHES, key).random() for key in range(first, first + 4)]


def test_that_what_one_stream_draws_does_not_show_in_the_next():
    drawn = []
    for generator in streams(3, Stream.BATCHES, 5, 3):
        generator.integers(10, dtype=np.uint32)  # leaves half a number behind
        drawn.append(generator.permutation(9).tolist())
    expected = []
    for key in (5, 6, 7):
        generator = stream(3, Stream.BATCHES, key)
        generator.integers(10, dtype=np.uint32)
        expected.append(generator.permutation(9).tolist())
    assert drawn == expected
