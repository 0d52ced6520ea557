"""SegQL as a guest in a kernel on IJava's base."""

import unittest

from harness import KernelCase
from test_jjava import TABLE


class IJava(KernelCase):
    def test_1_a_java_table_is_segmented_and_comes_back(self):
        self.ok(TABLE)
        ran = self.ok("%%segql\nSEGMENT people BY age, income USING kmeans(2) AS halves;")
        shown = ran.of("display_data")[-1]["data"]
        self.assertIn("text/html", shown)
        self.assertEqual("6", self.ok("halves.rowCount()").text)

    def test_2_line_magic_and_parameters(self):
        self.ok("int k = 2;")
        self.ok("%%segql\nSEGMENT people BY age USING kmeans($k) AS byK;")
        self.ok("%segql SHOW TABLES")

    def test_3_errors_show_the_caret(self):
        ran = self.fails("%%segql\nSEGMENT people BY agee USING kmeans(2);")
        self.assertIn("^^^^", ran.of("display_data")[-1]["data"]["text/plain"])


if __name__ == "__main__":
    unittest.main()
