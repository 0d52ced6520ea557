"""The notebooks that come with the project run, and give as many outputs, of the same kinds, as are saved in them.

With SEGQL_NOTEBOOKS=compare in the environment their texts are compared too; where a change of results is meant,
refresh_notebooks.py saves them anew.
"""

import glob
import os
import unittest

import nbformat
from harness import KERNEL
from nbclient import NotebookClient

FOLDER = os.path.join(os.path.dirname(__file__), "../../../../notebooks")


def kinds(cell):
    """The sorts of what a cell shows."""
    return [sorted(o["data"]) for o in cell.get("outputs", []) if "data" in o]


def texts(cell):
    """What a cell shows in plain text; how long `%maven` took or what it fetched is no result."""
    shown = []
    for output in cell.get("outputs", []):
        if "data" in output:
            shown.append(output["data"].get("text/plain", ""))
        elif output["output_type"] == "stream" and output["name"] == "stdout":
            shown.append(output["text"])
    return shown


class Notebooks(unittest.TestCase):
    def test_they_run(self):
        files = sorted(glob.glob(os.path.join(FOLDER, "*.ipynb")))
        self.assertGreaterEqual(len(files), 6)
        for file in files:
            with self.subTest(os.path.basename(file)):
                saved = nbformat.read(file, 4)
                notebook = nbformat.read(file, 4)
                resources = {"metadata": {"path": FOLDER}}
                NotebookClient(
                    notebook, timeout=300, kernel_name=KERNEL, resources=resources
                ).execute()
                for before, after in zip(saved.cells, notebook.cells):
                    self.assertEqual(kinds(before), kinds(after), before["source"])
                    if os.environ.get("SEGQL_NOTEBOOKS") == "compare":
                        self.assertEqual(texts(before), texts(after), before["source"])


if __name__ == "__main__":
    unittest.main()
