"""What a front end asks while a SegQL cell is written."""

import os
import tempfile
import unittest

from harness import KernelCase
from test_segql import write_people


class Editing(KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = tempfile.TemporaryDirectory()
        cls.people = os.path.join(cls.folder.name, "people.csv")
        write_people(cls.people, 20)

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.folder.cleanup()

    def setUp(self):
        self.ok(f"LOAD people FROM '{self.people}';")

    def test_completion_and_hover(self):
        code = "SEGMENT people BY ag"
        reply = self.reply(self.kc.complete(code))["content"]
        self.assertIn("age", reply["matches"])
        content = self.reply(self.kc.inspect("SEGMENT people BY age USING kmeans(2);", 29))["content"]
        self.assertTrue(content["found"])
        self.assertEqual("text/plain", list(content["data"])[0])

    def test_is_complete(self):
        self.assertEqual(
            "incomplete", self.reply(self.kc.is_complete("SEGMENT people BY"))["content"]["status"]
        )
        self.assertEqual(
            "complete", self.reply(self.kc.is_complete("SHOW people;"))["content"]["status"]
        )


if __name__ == "__main__":
    unittest.main()
