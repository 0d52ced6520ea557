"""SegQL cells, and what they share with Java cells."""

import os
import random
import tempfile
import unittest

import nbformat
from harness import KERNEL, TIMEOUT, KernelCase, progress


def write_people(path, rows=600):
    draw = random.Random(7)
    with open(path, "w") as f:
        f.write("id,age,income,<b>note</b>\n")
        for i in range(rows):
            young = i % 2 == 0
            age = draw.gauss(25 if young else 60, 3)
            income = draw.gauss(20 if young else 80, 5)
            note = "<script>alert(1)</script>" if i % 3 else "plain"
            f.write(f"{i},{age:.1f},{income:.1f},{note}\n")


class Segql(KernelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.folder = tempfile.TemporaryDirectory()
        cls.people = os.path.join(cls.folder.name, "people.csv")
        write_people(cls.people)

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.folder.cleanup()

    def setUp(self):
        self.ok(f"LOAD people FROM '{self.people}';")

    def test_a_table_is_the_cells_value(self):
        ran = self.ok("SHOW people LIMIT 3;")
        self.assertIn("<table", ran.result["text/html"])
        self.assertIn("age", ran.text)

    def test_nothing_injects(self):
        html = self.ok("SHOW people LIMIT 5;").result["text/html"]
        self.assertNotIn("<script>alert", html)
        self.assertNotIn("<b>note</b>", html)
        self.assertIn("&lt;script&gt;", html)

    def test_several_statements_show_several_results(self):
        ran = self.ok("SHOW people LIMIT 1;\nSHOW people LIMIT 2;")
        self.assertEqual(1, len(ran.of("display_data")))
        self.assertIsNotNone(ran.result)

    def test_plain_text_is_the_same_each_time(self):
        code = "SEGMENT people BY age, income USING kmeans(2) AS halves;"
        self.assertEqual(self.ok(code).text, self.ok(code).text)

    def test_a_segmentation_is_a_java_table(self):
        self.ok("SEGMENT people BY age, income USING kmeans(2) AS halves;")
        self.assertEqual("600", self.ok("halves.rowCount()").text)
        self.assertEqual(
            "true", self.ok('halves.columnNames().contains("segment_name")').text
        )
        self.ok("SEGMENT people WHERE age > 40 BY age, income USING kmeans(2) AS halves;")
        self.assertEqual("600", self.ok("halves.rowCount()").text)

    def test_java_tables_and_scalars_are_seen(self):
        self.ok(
            'var points = Table.create("points", DoubleColumn.create("x", 1, 2, 3, 20, 21, 22));'
            "int groups = 2;"
        )
        ran = self.ok("SEGMENT points BY x USING kmeans($groups) AS g;")
        self.assertIn("2 segments of `points`", ran.text)
        self.assertEqual("6", self.ok("g.rowCount()").text)
        self.ok('points = points.where(points.numberColumn("x").isGreaterThan(2));')
        self.assertIn("4 rows", self.ok("DESCRIBE points;").text)

    def test_errors_have_the_code_and_the_caret(self):
        ran = self.fails("SEGMENT people BY agee USING kmeans(2);", "unknown-column")
        text = "\n".join(ran.reply["traceback"])
        self.assertIn("^^^^", text)
        self.assertIn("cell [", text)
        self.assertIn("Did you mean `age`?", text)

    def test_places_are_those_of_the_cell(self):
        ran = self.fails("%%segql\n\nSHOW nobody;", "unknown-table")
        self.assertRegex("\n".join(ran.reply["traceback"]), r"cell \[\d+\]:3:6")

    def test_line_magic_in_java(self):
        ran = self.ok("int before = 1;\n%segql SHOW people LIMIT 1\nbefore + 1")
        self.assertEqual("2", ran.text)
        self.assertIn("<table", ran.of("display_data")[0]["data"]["text/html"])

    def test_a_table_whose_file_is_gone_is_said_in_java_too(self):
        gone = os.path.join(self.folder.name, "gone.csv")
        write_people(gone, 9)
        self.ok(f"LOAD gone FROM '{gone}';")
        os.unlink(gone)
        self.reply(self.kc.complete("gone.rowC"))
        ran = self.fails("gone.rowCount()", "source-changed")
        self.assertIn("has changed since it was loaded", ran.reply["evalue"])

    def test_segql_from_java(self):
        self.ok('segql("SEGMENT people BY age USING kmeans(2) AS fromJava;");')
        self.assertEqual("600", self.ok("fromJava.rowCount()").text)

    def test_injected_parameters(self):
        self.ok("# Parameters\nclusters = 3")
        ran = self.ok("SEGMENT people BY age USING kmeans($clusters) AS byParameter;")
        self.assertIn("3 segments of `people`", ran.text)
        self.ok("// Parameters\nvar clusters = 2;")
        self.ok("PARAM clusters = 5;\nSEGMENT people BY age USING kmeans($clusters) AS p2;")
        self.assertEqual("2", self.ok("(int) p2.column(\"segment\").countUnique()").text)

    def test_charts_are_live_and_pictures(self):
        first = self.ok("PLOT people AS scatter(age, income);")
        self.assertIn("segqlPlotly", first.result["text/html"])
        self.assertIn("data:image/png;base64,", first.result["text/html"])
        self.assertIn("image/png", first.result)
        self.assertIn("DecompressionStream", first.result["text/html"], "carries plotly.js")
        second = self.ok("PLOT people AS histogram(age);")
        self.assertIn("segqlPlotly", second.result["text/html"])
        self.assertNotIn("DecompressionStream", second.result["text/html"], "and the next does not")

    def test_interrupt_of_a_fit(self):
        big = os.path.join(self.folder.name, "big.csv")
        if not os.path.exists(big):
            write_people(big, 200_000)
        self.ok(f"LOAD big FROM '{big}';")
        msg_id = self.kc.execute("SEGMENT big BY age, income USING kmeans(2..10, restarts = 200) AS slow;")
        self.until(msg_id, progress)
        self.interrupt()
        self.assertEqual("cancelled", self.reply(msg_id)["content"]["ename"])
        self.collect(msg_id)
        self.fails("SHOW slow;", "unknown-table")
        self.ok("SHOW people LIMIT 1;")

    def test_comments_alone_run_to_nothing(self):
        ran = self.ok("-- nothing here")
        self.assertIsNone(ran.result)


class Notebooks(unittest.TestCase):
    def notebook(self, cells):
        notebook = nbformat.v4.new_notebook()
        notebook.metadata["kernelspec"] = {
            "name": KERNEL,
            "display_name": "SegQL",
            "language": "java",
        }
        notebook.cells = [nbformat.v4.new_code_cell(c) for c in cells]
        return notebook

    def test_nbclient_and_nbconvert(self):
        from nbclient import NotebookClient
        from nbconvert import HTMLExporter

        with tempfile.TemporaryDirectory() as folder:
            people = os.path.join(folder, "people.csv")
            write_people(people)
            notebook = self.notebook(
                [
                    f"LOAD people FROM '{people}';",
                    "SEGMENT people BY age, income USING kmeans(2..5) AS q;",
                    "PLOT q AS scatter(age, income);",
                    "q.rowCount()",
                ]
            )
            NotebookClient(notebook, timeout=TIMEOUT, iopub_timeout=TIMEOUT).execute()
            html, _ = HTMLExporter().from_notebook_node(notebook)
            self.assertIn("segqlPlotly", html)
            self.assertIn("data:image/png;base64,", html)

    def test_papermill(self):
        import papermill

        with tempfile.TemporaryDirectory() as folder:
            people = os.path.join(folder, "people.csv")
            write_people(people)
            notebook = self.notebook(
                [
                    "PARAM k = 2;",
                    f"LOAD people FROM '{people}';\n"
                    "SEGMENT people BY age, income USING kmeans($k) AS q;",
                    "(int) q.column(\"segment\").countUnique()",
                ]
            )
            notebook.cells[0].metadata["tags"] = ["parameters"]
            source = os.path.join(folder, "in.ipynb")
            result = os.path.join(folder, "out.ipynb")
            nbformat.write(notebook, source)
            papermill.execute_notebook(
                source, result, parameters={"k": 4}, language=".net-csharp", progress_bar=False
            )
            outputs = nbformat.read(result, 4).cells[-1].outputs
            self.assertEqual("4", outputs[0]["data"]["text/plain"])


if __name__ == "__main__":
    unittest.main()
