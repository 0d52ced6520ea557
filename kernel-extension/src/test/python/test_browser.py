"""JupyterLab in a real browser without a network: what a person sees. Pictures of it are kept where SEGQL_SCREENSHOTS names a
folder."""

import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

import nbformat
from harness import KERNEL, TIMEOUT
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from playwright.sync_api import TimeoutError, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SHOTS = os.environ.get("SEGQL_SCREENSHOTS")
PATIENCE = 120_000

PEOPLE = (
    "double[] ages = new double[300], incomes = new double[300], spends = new double[300];\n"
    "var draw = new Random(7);\n"
    "for (int i = 0; i < 300; i++) { int g = i % 7; ages[i] = 20 + 8 * g + draw.nextGaussian();"
    " incomes[i] = (g * 37 % 11) * 10 + draw.nextGaussian(); spends[i] = g * g + draw.nextGaussian(); }\n"
    'var people = Table.create("people", DoubleColumn.create("age", ages),'
    ' DoubleColumn.create("income", incomes), DoubleColumn.create("spend", spends));'
)
SLOW = (
    "double[] xs = new Random(7).doubles(300_000).toArray(); var big = Table.create(\"big\","
    ' DoubleColumn.create("x", xs), DoubleColumn.create("y", new Random(8).doubles(300_000).toArray()));'
)


def notebook(*cells):
    made = nbformat.v4.new_notebook()
    made.metadata["kernelspec"] = {"name": KERNEL, "display_name": "SegQL (test)", "language": "java"}
    made.metadata["language_info"] = {"name": "java", "mimetype": "text/x-java", "file_extension": ".jshell"}
    made.cells = [nbformat.v4.new_code_cell(c) for c in cells]
    return made


@unittest.skipUnless(CHROMIUM, "skipped: there is no Chromium here")
class Browser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.token = secrets.token_hex(16)
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            cls.port = s.getsockname()[1]
        cls.environment = dict(os.environ, HOME=cls.folder, JUPYTER_CONFIG_DIR=os.path.join(cls.folder, "config"))
        cls.lab = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={cls.port}"]
            + [f"--IdentityProvider.token={cls.token}", f"--ServerApp.root_dir={cls.folder}"]
            + ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"],
            env=cls.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.STDOUT,
        )
        cls.base = f"http://127.0.0.1:{cls.port}"
        end = time.time() + 120
        while True:
            try:
                urllib.request.urlopen(f"{cls.base}/api?token={cls.token}", timeout=5)
                break
            except OSError:
                if time.time() > end:
                    raise
                time.sleep(0.5)
        cls.play = sync_playwright().start()
        cls.browser = cls.play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.play.stop()
        cls.lab.terminate()
        try:
            cls.lab.wait(60)
        except subprocess.TimeoutExpired:
            cls.lab.kill()
        shutil.rmtree(cls.folder, ignore_errors=True)

    def open(self, name, made=None, dark=False):
        """A page with the notebook in it, as it lies there where none is given; nothing but this machine can be reached from
        there."""
        if made is not None:
            nbformat.write(made, os.path.join(self.folder, name))
        context = self.browser.new_context(viewport={"width": 1250, "height": 900})
        self.addCleanup(context.close)
        self.refused = []

        def local(route):
            if route.request.url.startswith((self.base, "data:", "blob:")):
                route.continue_()
            else:
                self.refused.append(route.request.url)
                route.abort()

        context.route("**/*", local)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        self.theme(dark)
        page.goto(f"{self.base}/doc/tree/{name}?token={self.token}&reset")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell .cm-content")
        # Before the kernel is ready JupyterLab lets keys go by.
        page.wait_for_function("() => document.body.innerText.includes('| Idle')")
        page.wait_for_function("light => document.body.dataset.jpThemeLight === light", arg="false" if dark else "true")
        return page

    def theme(self, dark):
        settings = os.path.join(self.folder, "config/lab/user-settings/@jupyterlab/apputils-extension")
        os.makedirs(settings, exist_ok=True)
        with open(os.path.join(settings, "themes.jupyterlab-settings"), "w") as f:
            json.dump({"theme": "JupyterLab Dark" if dark else "JupyterLab Light"}, f)

    def run_all(self, page, cells):
        for i in range(cells):
            self.run_cell(page, i)

    def run_cell(self, page, index, wait=True):
        cell = page.locator(".jp-CodeCell").nth(index)
        cell.locator(".cm-content").click()
        page.keyboard.press("Control+Enter")
        if wait:
            page.wait_for_function(
                "i => /\\[\\d+\\]/.test(document.querySelectorAll('.jp-CodeCell')[i]"
                ".querySelector('.jp-InputPrompt').textContent)",
                arg=index,
            )
        return cell

    def press_until(self, page, key, selector):
        """JupyterLab waits a second for an answer and then lets the key go by: on a busy machine it is pressed again."""
        end = time.time() + 120
        while page.locator(selector).count() == 0:
            self.assertLess(time.time(), end, selector)
            page.keyboard.press(key)
            try:
                page.wait_for_selector(selector, timeout=3_000)
            except TimeoutError:
                pass

    def shot(self, page, name):
        if SHOTS:
            os.makedirs(SHOTS, exist_ok=True)
            page.wait_for_timeout(500)
            page.screenshot(path=os.path.join(SHOTS, name + ".png"))

    def test_charts_are_live_and_nothing_is_fetched(self):
        made = notebook(
            PEOPLE,
            "SEGMENT people BY age, income, spend USING kmeans(7) AS seven;",
            "PLOT seven AS scatter(age, income);",
            "PLOT seven AS sizes, seven AS profile;",
            "PROFILE seven;",
        )
        for dark in (False, True):
            page = self.open("charts.ipynb", made, dark)
            self.run_all(page, 5)
            page.wait_for_selector(".js-plotly-plot .main-svg")
            page.wait_for_function("() => document.querySelectorAll('.js-plotly-plot').length >= 2")
            hidden = page.evaluate(
                "() => [...document.querySelectorAll('.segql-chart img')].map(i => i.style.display)"
            )
            self.assertEqual(["none", "none"], hidden, "a live chart takes its picture's place")
            theme = "dark" if dark else "light"
            for i, what in ((1, "segments"), (2, "chart"), (3, "figure"), (4, "profile")):
                page.locator(".jp-CodeCell").nth(i).evaluate("e => e.scrollIntoView()")
                self.shot(page, f"{what}-{theme}")
            self.assertEqual([], self.refused, "no network is needed")

    def test_a_saved_notebook_shows_pictures_and_live_charts_once_it_is_trusted(self):
        made = notebook(PEOPLE, "PLOT people AS scatter(age, income), people AS histogram(spend);", "PLOT people AS box(age);")
        NotebookClient(made, timeout=TIMEOUT, iopub_timeout=TIMEOUT, kernel_name=KERNEL).execute()
        page = self.open("saved.ipynb", made)
        pictures = page.locator(".jp-OutputArea-output .segql-chart img")
        pictures.first.wait_for()
        self.assertEqual(2, pictures.count())
        for i in range(2):
            self.assertGreater(pictures.nth(i).evaluate("e => e.naturalWidth"), 300)
            self.assertTrue(pictures.nth(i).is_visible())
            self.assertIn("age", pictures.nth(i).get_attribute("alt"))
        self.assertEqual(0, page.locator(".js-plotly-plot").count(), "no script runs")
        self.assertIsNone(page.evaluate("() => window.segqlPlotly || null"))
        self.shot(page, "untrusted")
        trusted = subprocess.run(
            [os.path.join(os.path.dirname(sys.executable), "jupyter-trust"), "saved.ipynb"],
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            text=True,
        )
        self.assertEqual(0, trusted.returncode, trusted.stderr)
        page = self.open("saved.ipynb")
        page.wait_for_function("() => document.querySelectorAll('.js-plotly-plot').length >= 2")
        self.assertFalse(page.locator(".segql-chart img").first.is_visible(), "live in its place")
        self.shot(page, "trusted")
        self.assertEqual([], self.refused, "no network is needed")

    def test_cells_are_coloured(self):
        segql = "-- who?\nSEGMENT people BY age\n  USING kmeans(5) NAME 1 AS 'Young';"
        for dark in (False, True):
            page = self.open("colours.ipynb", notebook(segql, "int age = 5;", "%%java\nint Segment = 5;"), dark)
            cells = page.locator(".jp-CodeCell .cm-content")

            def colour(cell, word):
                """The colour in which a word is drawn."""
                return cells.nth(cell).evaluate(
                    """(e, word) => {
                      const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
                      while (walk.nextNode())
                        if (walk.currentNode.data.includes(word)) return getComputedStyle(walk.currentNode.parentElement).color;
                      return null;
                    }""",
                    word,
                )

            page.wait_for_function(
                "() => document.querySelectorAll('.jp-CodeCell .cm-content')[0].querySelectorAll('span').length > 8"
            )
            keyword, name = colour(0, "SEGMENT"), colour(0, "people")
            several = {keyword, name, colour(0, "-- who?"), colour(0, "5"), colour(0, "'Young'")}
            self.assertEqual(5, len(several), several)
            self.assertEqual({keyword}, {colour(0, w) for w in ("BY", "USING", "NAME", "AS")})
            # Java cells keep Java's colours, where words of SegQL are none.
            self.assertNotEqual(keyword, colour(2, "Segment"))
            self.assertEqual(colour(0, "5"), colour(1, "5"), "of the same theme")
            self.shot(page, "colours-" + ("dark" if dark else "light"))

    def test_completion_tells_types_and_hover_explains(self):
        two = PEOPLE + ' people.addColumns(DoubleColumn.create("area", ages));'
        page = self.open("completion.ipynb", notebook(two, "SEGMENT people BY a", "SEGMENT people BY age USING kmeans"))
        self.run_cell(page, 0)
        page.locator(".jp-CodeCell .cm-content").nth(1).click()
        page.keyboard.press("Control+End")
        self.press_until(page, "Tab", ".jp-Completer:not(.lm-mod-hidden)")
        items = page.locator(".jp-Completer-item")
        told = {
            items.nth(i).locator(".jp-Completer-match").inner_text(): items.nth(i)
            .locator(".jp-Completer-typeExtended")
            .inner_text()
            for i in range(items.count())
        }
        self.assertEqual(("column", "column", "function"), tuple(map(told.get, ("age", "area", "ABS("))))
        self.shot(page, "completion")
        page.keyboard.press("Escape")
        page.locator(".jp-CodeCell .cm-content").nth(2).click()
        page.keyboard.press("Control+End")
        self.press_until(page, "Shift+Tab", ".jp-Tooltip")
        self.assertIn("kmeans(", page.locator(".jp-Tooltip").inner_text())
        self.shot(page, "hover")

    def test_an_error_is_readable_and_progress_moves(self):
        page = self.open(
            "errors.ipynb",
            notebook(
                PEOPLE + SLOW,
                "SEGMENT people\n  BY agee, income\n  USING kmeans(5);",
                "SEGMENT big BY x, y USING kmeans(2..8, restarts = 400) AS slow;",
                'int a = 1;\nString s = a.foo();',
            ),
        )
        self.run_cell(page, 0)
        cell = self.run_cell(page, 1)
        cell.locator(".jp-OutputArea-output").first.wait_for()
        text = cell.locator(".jp-OutputArea").first.inner_text()
        self.assertIn("error[unknown-column]", text)
        self.assertIn("^^^^", text)
        lefts = cell.locator(".jp-OutputArea-output pre").first.evaluate(
            """e => {
              const left = text => {
                const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
                while (walk.nextNode()) {
                  const at = walk.currentNode.data.indexOf(text);
                  if (at < 0) continue;
                  const range = document.createRange();
                  range.setStart(walk.currentNode, at);
                  range.setEnd(walk.currentNode, at + text.length);
                  return range.getBoundingClientRect().left;
                }
              };
              return [left("agee,"), left("^^^^")];
            }"""
        )
        self.assertAlmostEqual(*lefts, delta=1, msg="carets stand under their word")
        self.run_cell(page, 3)
        self.shot(page, "error")
        cell = self.run_cell(page, 2, wait=False)
        bar = cell.locator("progress")
        bar.wait_for()
        seen = set()
        end = time.time() + 60
        while len(seen) < 3 and time.time() < end:
            if bar.count():
                seen.add(bar.first.get_attribute("value"))
            if len(seen) == 2:
                self.shot(page, "progress")
            page.wait_for_timeout(200)
        self.assertGreaterEqual(len(seen), 3, "the bar moves")
        page.keyboard.press("Escape")
        page.keyboard.press("i")
        page.keyboard.press("i")
        page.wait_for_function(
            "() => [...document.querySelectorAll('.jp-CodeCell')][2].innerText.includes('cancelled')"
        )
        self.assertEqual(0, cell.locator("progress").count(), "and goes")
        self.shot(page, "cancelled")

    def test_a_wide_table_scrolls_in_its_cell(self):
        wide = (
            'var wide = Table.create("wide"); for (int i = 0; i < 60; i++)'
            ' wide.addColumns(DoubleColumn.create("column_" + i, 1.5 * i, 2, 3));'
        )
        page = self.open("wide.ipynb", notebook(wide, "SHOW wide;"))
        self.run_all(page, 2)
        output = page.locator(".jp-CodeCell").nth(1).locator(".segql").first
        output.wait_for()
        self.assertTrue(output.evaluate("e => e.scrollWidth > e.clientWidth"), "it scrolls")
        self.assertTrue(page.evaluate("() => document.body.scrollWidth <= window.innerWidth"))
        self.shot(page, "wide")

    def test_nothing_is_cut_off_in_print(self):
        """A page of A4 has 717 pixels between Chromium's margins."""
        wide = (
            'Table columns(int n) { var made = Table.create("wide" + n); for (int i = 0; i < n; i++)'
            ' made.addColumns(DoubleColumn.create("a_column_" + i, 12345.5 * i, 2, 3)); return made; }'
            " var wide10 = columns(10); var wide60 = columns(60);"
        )
        made = notebook(
            PEOPLE,
            "SEGMENT people BY age, income, spend USING kmeans(2..5) AS some;",
            "PLOT some AS map, some AS elbow, some AS silhouette;",
            "PROFILE some;",
            wide,
            "SHOW wide10; SHOW wide60;",
        )
        NotebookClient(made, timeout=TIMEOUT, iopub_timeout=TIMEOUT, kernel_name=KERNEL).execute()
        with open(os.path.join(self.folder, "printed.html"), "w") as f:
            f.write(HTMLExporter().from_notebook_node(made)[0])
        nbformat.write(made, os.path.join(self.folder, "printed.ipynb"))
        exported = f"{self.base}/nbconvert/html/printed.ipynb?download=false&token={self.token}"
        context = self.browser.new_context(viewport={"width": 717, "height": 1050})
        self.addCleanup(context.close)
        here = (self.base, "file:", "data:", "blob:")
        context.route("**/*", lambda r: r.continue_() if r.request.url.startswith(here) else r.abort())
        for name, address in (("nbconvert", f"file://{self.folder}/printed.html"), ("lab", exported)):
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            page.goto(address)
            page.wait_for_selector(".segql-chart .main-svg", state="attached")
            page.emulate_media(media="print")
            cut = page.evaluate(
                """() => [...document.querySelectorAll(".jp-OutputArea *")].filter(e => {
                  const box = e.getBoundingClientRect();
                  const clipped = getComputedStyle(e).overflowX !== "visible" && e.scrollWidth > e.clientWidth + 1;
                  return box.width > 0 && (box.right > innerWidth + 1 || clipped && e.clientWidth > 0);
                }).map(e => e.className + ": " + e.innerText)"""
            )
            self.assertEqual([], cut, name)
            self.assertEqual([True], page.locator(".segql-chart img").evaluate_all("all => all.map(e => e.width > 300)"))
            self.assertFalse(page.locator(".segql-chart .js-plotly-plot").first.is_visible(), "pictures are printed")
            self.assertEqual("avoid", page.locator(".segql-chart").first.evaluate("e => getComputedStyle(e).breakInside"))
            last = page.locator(".segql-many td").nth(59)
            self.assertIn("a_column_59", last.evaluate("e => getComputedStyle(e, '::before').content"))
            small = page.locator(".segql-wide").evaluate_all("all => all.map(t => t.querySelectorAll('thead th').length)")
            self.assertEqual([10], small, "only what does not fit else is in small type")
            if SHOTS:
                page.pdf(path=os.path.join(SHOTS, f"print-{name}.pdf"), format="A4")
            page.close()


if __name__ == "__main__":
    unittest.main()
