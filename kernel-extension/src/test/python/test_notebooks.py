"""The notebooks that come with the project run, and give what is saved in them.

Figures may differ in the last digits from machine to machine. Where a change of results is meant, refresh_notebooks.py saves them
anew; with SEGQL_NOTEBOOKS=update in the environment it does so here.
"""

import os
import re
import tempfile
import unittest

import nbformat
import notebooks
import refresh_notebooks
from harness import KERNEL

NUMBER = re.compile(r"[-+]?\d[\d,]*(?:\.\d+)?")
# Bars and rules are as wide as figures make them.
DRAWN = re.compile(r"[─█▉▊▋▌▍▎▏▐░\s]+")


def kinds(outputs):
    """The sorts of what a cell shows."""
    return [sorted(o["data"]) for o in outputs if "data" in o]


def texts(outputs):
    """What a cell shows in plain text; how long `%maven` took or what it fetched is no result."""
    shown = []
    for output in outputs:
        if "data" in output:
            shown.append(output["data"].get("text/plain", ""))
        elif output["output_type"] == "stream" and output["name"] == "stdout":
            shown.append(output["text"])
    return "\n".join(shown)


def words(text):
    return DRAWN.sub(" ", NUMBER.sub("#", text)).strip()


def numbers(text):
    return [float(n.replace(",", "")) for n in NUMBER.findall(text)]


class Notebooks(unittest.TestCase):
    def same(self, before, after, source):
        self.assertEqual(kinds(before), kinds(after), source)
        before, after = texts(before), texts(after)
        self.assertEqual(words(before), words(after), source)
        for one, other in zip(numbers(before), numbers(after)):
            self.assertAlmostEqual(one, other, delta=0.011 * max(abs(one), abs(other)), msg=source)

    def test_they_give_what_is_saved(self):
        if os.environ.get("SEGQL_NOTEBOOKS") == "update":
            refresh_notebooks.refresh(KERNEL)
            return
        files = notebooks.files()
        self.assertGreaterEqual(len(files), 7)
        for file in files:
            with self.subTest(os.path.basename(file)):
                if notebooks.parameters(file) is None:
                    print(f"skipped: {os.path.basename(file)}: its data are not here")
                    continue
                saved = nbformat.read(file, 4)
                ran = notebooks.execute(file, KERNEL)
                for before, after in zip(saved.cells, ran.cells):
                    self.same(before.get("outputs", []), notebooks.kept(after), before.source)

    def test_every_chart_is_a_picture_too(self):
        charts = 0
        for file in notebooks.files():
            for cell in nbformat.read(file, 4).cells:
                if cell.cell_type == "code" and cell.source.startswith("PLOT"):
                    shown = [o["data"] for o in cell.outputs if "data" in o]
                    self.assertIn("image/png", shown[-1], file + ": " + cell.source)
                    self.assertTrue(shown[-1]["text/plain"], "text in place of the picture")
                    charts += 1
        self.assertGreater(charts, 15)

    def test_what_is_saved_holds_nothing_of_data_that_are_not_ours(self):
        study = os.path.join(notebooks.FOLDER, notebooks.STUDY)
        for cell in nbformat.read(study, 4).cells:
            tags = cell.metadata.get("tags", [])
            if "rows" in tags:
                self.assertEqual([], cell.outputs)
            if "rows-in-chart" in tags:
                self.assertNotIn("text/html", cell.outputs[0]["data"])

    def test_papermill_runs_the_study_where_the_data_are(self):
        import papermill

        data = notebooks.mall_data()
        if data is None:
            self.skipTest("skipped: Mall_Customers.csv is not here")
        study = os.path.join(notebooks.FOLDER, notebooks.STUDY)
        with tempfile.TemporaryDirectory() as folder:
            out = os.path.join(folder, "out.ipynb")
            papermill.execute_notebook(
                study,
                out,
                parameters={"data": data},
                kernel_name=KERNEL,
                language=".net-csharp",
                progress_bar=False,
            )
            cells = [c for c in nbformat.read(out, 4).cells if c.cell_type == "code"]
            self.assertIn("injected-parameters", cells[1].metadata["tags"])
            last = cells[-1].outputs[-1]["data"]
            self.assertIn("image/png", last)


if __name__ == "__main__":
    unittest.main()
