"""What a notebook can be given that is broken, too large, or means harm: nothing crashes, nothing is injected, a sentence each."""

import json
import os
import subprocess
import tempfile
import unittest

from harness import KERNEL, TIMEOUT, KernelCase
from jupyter_client.kernelspec import get_kernel_spec
from jupyter_client.manager import KernelManager
from test_protocol import alive

NASTY = "<img src=x onerror=alert(1)>\"'`</script><script>alert(2)</script>\u001b[31m\u0007&amp;"


class Cells(KernelCase):
    def alive(self):
        alive(self)

    def test_invalid_utf16(self):
        """Half a surrogate pair in the code itself: JSON can carry it, Python's client only so."""
        pack = self.kc.session.pack
        self.kc.session.pack = lambda o: json.dumps(o, default=str).encode()
        try:
            ran = self.run_cell('"a\ud83db"')
            self.assertEqual("a?b", ran.text)
            ran = self.run_cell("SHOW `\udc00x`;")
            self.assertEqual("unknown-table", ran.reply["ename"])
            for ask in (self.kc.complete, self.kc.inspect):
                self.assertEqual("ok", self.reply(ask("SHOW \ud83d", 6))["content"]["status"])
            self.reply(self.kc.is_complete("SHOW \ud83d"))
        finally:
            self.kc.session.pack = pack
        self.alive()

    def test_two_megabytes(self):
        for code in ("-- " + "x" * 2_000_000, "SHOW " + "x" * 2_000_000):
            ran = self.fails(code, "too-long")
            self.assertIn("long", ran.reply["evalue"])
            self.assertLess(len("".join(ran.reply["traceback"])), 20_000)
        self.ok("// " + "x" * 2_000_000)
        ran = self.fails("int one = 1; /* " + "x" * 2_000_000 + " */ one.two()", "CompileError")
        self.assertLess(len("".join(ran.reply["traceback"])), 20_000)
        ran = self.fails('String s = "' + "x" * 2_000_000 + '"; s.length()', "CompileError")
        self.assertIn("too large for Java", ran.reply["evalue"])
        ran = self.fails("int[] much = {" + ",".join(map(str, range(20_000))) + "};", "CompileError")
        self.assertIn("too large for Java", ran.reply["evalue"])
        self.assertEqual("3", self.ok("int small = 3; small").text)
        reply = self.reply(self.kc.complete("SHOW " + "x" * 2_000_000))["content"]
        self.assertEqual("ok", reply["status"])
        self.alive()

    def test_a_hundred_statements(self):
        self.ok('var t100 = Table.create("t100", DoubleColumn.create("x", 1, 2, 3));')
        ran = self.ok("\n".join(f"SHOW t100 LIMIT {1 + i % 3};" for i in range(100)))
        self.assertEqual(99, len(ran.of("display_data")))
        self.assertIsNotNone(ran.result)

    def test_deep_nesting(self):
        deep = "(" * 5_000 + "1 = 1" + ")" * 5_000
        self.fails(f"SHOW FROM t WHERE {deep};", "too-deep")
        self.assertEqual("1", self.ok("(" * 5_000 + "1" + ")" * 5_000).text)
        self.alive()

    def test_a_million_rows_are_shown_in_part(self):
        self.ok(
            "double[] xs = new double[1_000_000]; Arrays.setAll(xs, i -> i);"
            ' var million = Table.create("million", DoubleColumn.create("x", xs));'
        )
        for code in ("million", "SHOW million;", "display(million);"):
            ran = self.ok(code)
            data = ran.result or ran.of("display_data")[0]["data"]
            self.assertLess(len(json.dumps(data)), 60_000)
            self.assertIn("1,000,000", data["text/plain"])
            self.assertRegex(data["text/html"], r"999,9\d\d|1,000,000")
        self.alive()

    def test_a_huge_text_and_many_rich_outputs(self):
        self.assertLess(len(self.ok('"x".repeat(50_000_000)').text), 200_000)
        ran = self.ok('for (int i = 0; i < 500; i++) display(html("<b>" + i + "</b>"));')
        self.assertEqual(500, len(ran.of("display_data")))

    def test_names_and_values_that_mean_harm(self):
        with tempfile.TemporaryDirectory() as folder:
            name = "a<b>&'\"c.csv"
            with open(os.path.join(folder, name), "w") as f:
                f.write(f'"{NASTY.replace(chr(34), chr(34) * 2)}",x,grp\n')
                for i in range(40):
                    f.write(f'"{NASTY.replace(chr(34), chr(34) * 2)}",{i % 2 * 10 + i / 40},{NASTY[:28]}{i % 2}\n')
            path = os.path.join(folder, name).replace("'", "''")
            shown = [
                self.ok(f"LOAD nasty FROM '{path}' WITH (nulls = ('NA'));"),
                self.ok("SHOW nasty LIMIT 2;"),
                self.ok("DESCRIBE nasty;"),
                self.ok(
                    "SEGMENT nasty BY x USING kmeans(2)"
                    " NAME 1 AS '<script>alert(3)</script>', 2 AS '\"><b>' AS s;"
                ),
                self.ok("PROFILE s;"),
                self.ok("PLOT s AS sizes TITLE '</script><script>alert(4)</script>';"),
                self.ok("PLOT nasty AS bar(grp);"),
                self.ok("nasty"),
            ]
            for ran in shown:
                data = ran.result
                html = data.get("text/html", "")
                self.assertNotRegex(html, r"<script>alert|<img src=x|</script><script>alert|<b>")
                self.assertNotIn("\u001b", html + data["text/plain"])
                self.assertNotIn("\u0007", data["text/plain"])
            ran = self.fails("SHOW `" + "<script>alert(5)</script>`;", "unknown-table")
            self.assertNotIn("text/html", json.dumps(ran.of("error")))

    def test_a_tostring_and_a_hash_that_fail(self):
        self.ok("class Bad { public String toString() { throw new IllegalStateException(); } }")
        self.assertIn("fails", self.ok("new Bad()").text)
        self.ok("class Deep { public String toString() { return toString(); } }")
        self.assertIn("fails", self.ok("new Deep()").text)
        self.alive()

    def test_what_a_cell_throws(self):
        self.fails("throw new Error(\"mine\");", "java.lang.Error")
        self.fails("throw new ThreadDeath();", "java.lang.ThreadDeath")
        self.fails("throw new OutOfMemoryError();", "java.lang.OutOfMemoryError")
        self.fails("class A { static int x = 1 / 0; } A.x", "java.lang.ExceptionInInitializerError")
        self.fails(
            "Thread.currentThread().interrupt(); Thread.sleep(10);", "java.lang.InterruptedException"
        )
        self.ok("Thread.currentThread().interrupt();")
        self.ok("Thread.sleep(1);")
        self.alive()

    def test_exit_inside_a_library(self):
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, "Lib.java")
            with open(source, "w") as f:
                f.write("package lib; public class Lib { public static void end() { System.exit(3); } }")
            compile = (
                f'javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", "{folder}", "{source}")'
            )
            self.assertEqual("0", self.ok(compile).text)
            self.ok(f"%classpath {folder}")
            ran = self.fails("lib.Lib.end();", "ExitRefused")
            self.assertIn("restart the kernel", ran.reply["evalue"])
        self.alive()


class Messages(KernelCase):
    def send(self, kind, content, channel=None, **changes):
        message = self.kc.session.msg(kind, content)
        message.update(changes)
        (channel or self.kc.shell_channel).send(message)
        return message["header"]["msg_id"]

    def test_fields_that_are_missing_or_of_another_type(self):
        sent = []
        for kind in (
            "execute_request",
            "complete_request",
            "inspect_request",
            "is_complete_request",
            "history_request",
            "comm_open",
            "comm_msg",
            "comm_close",
            "comm_info_request",
        ):
            for content in ({}, {"code": 5, "cursor_pos": "x"}, {"code": None, "cursor_pos": -7, "n": "many"}):
                msg_id = self.send(kind, content)
                sent += [] if kind.startswith("comm_") and kind != "comm_info_request" else [msg_id]
        sent.append(self.send("complete_request", {"code": "SHOW", "cursor_pos": 99_999}))
        sent.append(
            self.send("history_request", {"hist_access_type": "search", "pattern": "[(*", "n": -3})
        )
        self.interrupt()
        sent.append(self.send("execute_request", {"code": "1", "user_expressions": [1, 2]}))
        for msg_id in sent:
            self.assertIn("status", self.reply(msg_id)["content"], "each is answered")
        alive(self)

    def test_messages_out_of_order(self):
        self.kc.input("nobody asked")
        self.send("comm_msg", {"comm_id": "never-opened", "data": {}})
        self.send("comm_close", {"comm_id": "never-opened"})
        self.send("execute_reply", {"status": "ok"})
        self.send("status", {"execution_state": "idle"})
        self.interrupt()
        alive(self)
        msg_id = self.kc.execute('input("?")')
        question = self.kc.get_stdin_msg(timeout=TIMEOUT)
        self.assertEqual("?", question["content"]["prompt"])
        self.kc.input("asked")
        self.assertEqual("ok", self.reply(msg_id)["content"]["status"])
        self.collect(msg_id)


class Disks(unittest.TestCase):
    """A disk that is full, made small by the limit of a process on the size of files."""

    def test_a_full_disk(self):
        spec = get_kernel_spec(KERNEL)
        with tempfile.TemporaryDirectory() as folder:
            kernels = os.path.join(folder, "kernels/full-disk")
            os.makedirs(kernels)
            # 64 blocks: what the machine writes for itself still fits.
            argv = ["bash", "-c", 'ulimit -f 64; exec "$0" "$@"'] + spec.argv
            argv.insert(4, "-XX:-UsePerfData")
            with open(os.path.join(kernels, "kernel.json"), "w") as f:
                json.dump({"argv": argv, "display_name": "x", "language": "java", "interrupt_mode": "message"}, f)
            before = os.environ["JUPYTER_PATH"]
            os.environ["JUPYTER_PATH"] = folder
            history = os.path.join(folder, "history")
            os.environ["SEGQL_NOTEBOOK_HISTORY"], kept = history, os.environ["SEGQL_NOTEBOOK_HISTORY"]
            with open(history, "w") as f:
                f.write("x" * 65_530 + "\n")
            try:
                self.cells(folder)
            finally:
                os.environ["JUPYTER_PATH"], os.environ["SEGQL_NOTEBOOK_HISTORY"] = before, kept

    def cells(self, folder):
        km = KernelManager(kernel_name="full-disk")
        km.start_kernel()
        case = KernelCase()
        case.km, case.kc = km, km.client()
        case.kc.start_channels()
        try:
            case.kc.wait_for_ready(timeout=TIMEOUT)
            case.ok(
                "double[] xs = new double[100_000]; Arrays.setAll(xs, i -> Math.sin(i));"
                ' var many = Table.create("many", DoubleColumn.create("x", xs));'
            )
            out = os.path.join(folder, "out.csv")
            ran = case.fails(f"EXPORT many TO '{out}';", "file-unwritable")
            self.assertIn("cannot be written", ran.reply["evalue"])
            self.assertFalse(os.path.exists(out), "half a file")
            alive(case)
        finally:
            case.kc.stop_channels()
            km.shutdown_kernel(now=True)

    def test_an_empty_connection_file(self):
        spec = get_kernel_spec(KERNEL)
        with tempfile.NamedTemporaryFile("w", suffix=".json") as f:
            argv = [a.replace("{connection_file}", f.name) for a in spec.argv]
            done = subprocess.run(argv, capture_output=True, text=True, timeout=60)
        self.assertEqual(1, done.returncode)
        self.assertIn("cannot be read", done.stderr)
        self.assertNotIn("\tat ", done.stderr)


if __name__ == "__main__":
    unittest.main()
