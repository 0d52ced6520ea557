"""SegQL as a guest in a kernel on IJava's base."""

import unittest

from guests import Guest


class IJava(Guest):
    interrupted = "InterruptedException"


del Guest

if __name__ == "__main__":
    unittest.main()
