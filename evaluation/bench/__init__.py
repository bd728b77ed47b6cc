"""``make bench``: quality and speed beside rivals, in one run, on one machine; never part of the tests."""
