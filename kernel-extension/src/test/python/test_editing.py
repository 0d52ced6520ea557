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
        self.assertEqual((18, 20), (reply["cursor_start"], reply["cursor_end"]))
        types = {t["text"]: t["type"] for t in reply["metadata"]["_jupyter_types_experimental"]}
        self.assertEqual("column", types["age"])
        content = self.reply(self.kc.inspect("SEGMENT people BY age USING kmeans(2);", 29))["content"]
        self.assertTrue(content["found"])
        self.assertEqual("text/plain", list(content["data"])[0])
        self.assertIn("kmeans(", content["data"]["text/plain"])
        self.assertIn("text/markdown", content["data"])
        content = self.reply(self.kc.inspect("SHOW people SELECT age;", 21))["content"]
        self.assertIn("age", content["data"]["text/plain"])
        self.assertIn("NUMBER", content["data"]["text/plain"])

    def test_what_java_made_is_completed_before_any_cell_of_segql_used_it(self):
        self.ok('var fromJava = Table.create("x", DoubleColumn.create("height", 1, 2));')
        for code in ("SEGMENT fromJava BY he", "%segql SEGMENT fromJava BY he"):
            reply = self.reply(self.kc.complete(code))["content"]
            self.assertIn("height", reply["matches"], code)
        content = self.reply(self.kc.inspect("SHOW fromJava SELECT height;", 24))["content"]
        self.assertIn("NUMBER", content["data"]["text/plain"])

    def test_is_complete(self):
        reply = self.reply(self.kc.is_complete("SEGMENT people BY"))["content"]
        self.assertEqual(("incomplete", ""), (reply["status"], reply["indent"].strip()))
        self.assertTrue(reply["indent"], "the next line is indented")
        reply = self.reply(self.kc.is_complete("SHOW people;"))["content"]
        self.assertEqual("complete", reply["status"])


if __name__ == "__main__":
    unittest.main()
