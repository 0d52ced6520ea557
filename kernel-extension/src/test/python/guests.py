"""The example cells that every kernel with SegQL as a guest has to run."""

from harness import KernelCase, progress

TABLE = (
    'var people = Table.create("people", DoubleColumn.create("age", 20, 21, 22, 60, 61, 62),'
    ' DoubleColumn.create("income", 1, 2, 1.5, 9, 10, 9.5));'
)


def shown(ran):
    """What a cell showed last, bars of progress given way to results."""
    outputs = [
        c["data"]
        for c in ran.of("display_data") + ran.of("update_display_data")
        if c["data"].get("text/plain") or c["data"].get("text/html")
    ]
    return outputs[-1]


class Guest(KernelCase):
    """Run by its subclasses, each with a kernel of its own."""

    # What the host calls the failure of a cell that was interrupted.
    interrupted: str

    def fails(self, code, name, **options):
        """The host names the exception; the code of the error stands in what the cell shows."""
        ran = self.run_cell(code, **options)
        self.assertEqual("error", ran.reply["status"], ran.messages)
        self.assertIn(f"error[{name}]", shown(ran)["text/plain"])
        return ran

    def test_1_a_java_table_is_segmented_and_comes_back(self):
        self.ok("import tech.tablesaw.api.*;")
        self.ok(TABLE)
        ran = self.ok("%%segql\nSEGMENT people BY age, income USING kmeans(2) AS halves;")
        self.assertIn("text/html", shown(ran))
        self.assertIn("halves", shown(ran)["text/plain"])
        self.assertIn("note[", shown(ran)["text/plain"])
        self.assertEqual("6", self.ok("halves.rowCount()").text)

    def test_2_line_magic_and_parameters(self):
        self.ok("int k = 2;")
        self.ok("%%segql\nSEGMENT people BY age USING kmeans($k) AS byK;")
        self.ok("%segql SHOW TABLES")
        self.assertEqual("2", self.ok('(int) byK.column("segment").countUnique()').text)

    def test_3_errors_show_the_caret_and_stop_the_cell(self):
        ran = self.fails("%%segql\nSEGMENT people BY agee USING kmeans(2);", "unknown-column")
        text = shown(ran)["text/plain"]
        self.assertIn("^^^^", text)
        self.assertIn("Did you mean `age`?", text)

    def test_4_charts_are_live_and_pictures(self):
        ran = self.ok("%%segql\nPLOT people AS scatter(age, income);")
        self.assertIn("data:image/png;base64,", shown(ran)["text/html"])
        self.assertIn("segqlPlotly", shown(ran)["text/html"])
        self.assertIn("image/png", shown(ran))

    def test_5_an_interrupt_stops_a_fit_and_all_goes_on(self):
        self.ok(
            "double[] xs = new java.util.Random(7).doubles(300_000).toArray();"
            ' var big = Table.create("big", DoubleColumn.create("x", xs),'
            ' DoubleColumn.create("y", new java.util.Random(8).doubles(300_000).toArray()));'
        )
        msg_id = self.kc.execute(
            "%%segql\nSEGMENT big BY x, y USING kmeans(2..10, restarts = 200) AS slow;"
        )
        self.until(msg_id, progress)
        self.interrupt()
        reply = self.reply(msg_id)["content"]
        self.collect(msg_id)
        self.assertEqual("error", reply["status"])
        self.assertEqual(self.interrupted, reply["ename"])
        # Waits until the fit is over, which uninterrupted takes minutes.
        self.ok("%%segql\nSHOW people LIMIT 1;")
        self.fails("%%segql\nSHOW slow;", "unknown-table")

    def test_6_an_interrupt_while_nothing_runs_hits_no_cell(self):
        for cell in ("%%segql\nSHOW people LIMIT 1;", "1 + 2", "%segql SHOW TABLES"):
            self.interrupt()
            self.ok(cell)
            self.interrupt()
            self.interrupt()
            self.ok(cell)

    def test_7_an_empty_script_and_the_host_s_own_cells(self):
        self.ok("%%segql\n-- nothing")
        self.assertEqual("3", self.ok("1 + 2").text)
