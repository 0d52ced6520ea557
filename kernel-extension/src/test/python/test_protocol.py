"""What jupyter_kernel_test does not look at."""

import json
import os
import subprocess
import tempfile
import unittest
from datetime import datetime, timedelta, timezone

from harness import KERNEL, TIMEOUT, KernelCase, printed, second_client
from jupyter_client.kernelspec import get_kernel_spec
from jupyter_client.manager import start_new_kernel


def alive(case):
    case.assertEqual("2", case.ok("1 + 1").text)


class Execute(KernelCase):
    def test_silent_shows_nothing_and_counts_nothing(self):
        before = self.ok("1 + 1").reply["execution_count"]
        ran = self.ok('System.out.println("x"); 5', silent=True)
        kinds = {m["msg_type"] for m in ran.messages}
        self.assertEqual({"status"}, kinds)
        self.assertEqual(before + 1, self.ok("1").reply["execution_count"])

    def test_store_history_false_counts_nothing(self):
        before = self.ok("1").reply["execution_count"]
        # An expression of no other test: what is kept goes from one kernel to the next.
        self.assertEqual("34", self.ok("30 + 4", store_history=False).text)
        self.assertEqual(before + 1, self.ok("1").reply["execution_count"])
        reply = self.reply(self.kc.history(hist_access_type="tail", n=50))
        self.assertNotIn("30 + 4", [h[2] for h in reply["content"]["history"]])

    def test_user_expressions(self):
        ran = self.ok("int ue = 20;", user_expressions={"twice": "ue * 2", "bad": "nope"})
        values = ran.reply["user_expressions"]
        self.assertEqual("40", values["twice"]["data"]["text/plain"])
        self.assertEqual("error", values["bad"]["status"])
        self.assertEqual("CompileError", values["bad"]["ename"])

    def test_stop_on_error_aborts_what_waits(self):
        first = self.kc.execute('input("go on"); int a = 1 / 0;')
        self.kc.get_stdin_msg(timeout=TIMEOUT)
        second = self.kc.execute("int never = 1;")
        third = self.kc.execute("int never2 = 1;")
        self.kc.input("yes")
        self.assertEqual("java.lang.ArithmeticException", self.reply(first)["content"]["ename"])
        self.assertEqual("aborted", self.reply(second)["content"]["status"])
        self.assertEqual("aborted", self.reply(third)["content"]["status"])
        alive(self)
        self.fails("never", "CompileError")

    def test_without_stop_on_error_what_waits_runs(self):
        first = self.kc.execute('input("go on"); int b = 1 / 0;', stop_on_error=False)
        self.kc.get_stdin_msg(timeout=TIMEOUT)
        second = self.kc.execute("int runs = 1;")
        self.kc.input("yes")
        self.assertEqual("java.lang.ArithmeticException", self.reply(first)["content"]["ename"])
        self.assertEqual("ok", self.reply(second)["content"]["status"])

    def test_busy_and_idle_around(self):
        states = [c["execution_state"] for c in self.ok("1").of("status")]
        self.assertEqual(["busy", "idle"], states)

    def test_invalid_utf16_and_astral(self):
        self.assertEqual("\U0001f600", self.ok('"\\ud83d\\ude00"').text)
        self.assertEqual("?", self.ok('"\\ud83d"').text)
        self.assertEqual("ok", self.run_cell('String s\u00e9 = "\U0001f600";').reply["status"])

    def test_large_cell(self):
        code = "\n".join(f"int v{i} = {i};" for i in range(100)) + "\nv99"
        self.assertEqual("99", self.ok(code).text)
        self.assertEqual("ok", self.run_cell("// " + "x" * 2_000_000).reply["status"])


class Streams(KernelCase):
    def test_ten_thousand_lines_are_few_messages(self):
        ran = self.ok('for (int i = 0; i < 10_000; i++) System.out.println("line " + i);')
        self.assertLess(len(ran.of("stream")), 100)
        self.assertEqual("".join(f"line {i}\n" for i in range(10_000)), ran.stream())

    def test_stdout_and_stderr_keep_their_order(self):
        ran = self.ok(
            'System.out.print("a"); System.err.print("b"); System.out.print("c");'
        )
        self.assertEqual(
            [("stdout", "a"), ("stderr", "b"), ("stdout", "c")],
            [(c["name"], c["text"]) for c in ran.of("stream")],
        )

    def test_late_output_reaches_its_cell(self):
        msg_id = self.kc.execute(
            "var gate = new java.util.concurrent.CountDownLatch(1);"
            " new Thread(() -> { try { gate.await(); } catch (InterruptedException e) {}"
            ' System.out.println("late"); }).start();'
        )
        self.assertEqual([], [m for m in self.collect(msg_id) if m["msg_type"] == "stream"])
        self.kc.execute("gate.countDown();")
        self.until(msg_id, printed("late\n"))

    def test_display_update_clear(self):
        ran = self.ok(
            'display(html("<b>one</b>"), "d1"); updateDisplay("d1", html("<b>two</b>"));'
            " clearOutput(true);"
        )
        shown = ran.of("display_data")[0]
        self.assertEqual("<b>one</b>", shown["data"]["text/html"])
        self.assertEqual("d1", shown["transient"]["display_id"])
        updated = ran.of("update_display_data")[0]
        self.assertEqual("<b>two</b>", updated["data"]["text/html"])
        self.assertEqual([{"wait": True}], ran.of("clear_output"))


class Survival(KernelCase):
    def alive(self):
        alive(self)

    def test_stack_overflow(self):
        self.ok("int deep(int n) { return deep(n + 1) + 1; }")
        self.fails("deep(0)", "java.lang.StackOverflowError")
        self.alive()

    def test_out_of_memory(self):
        self.fails("new long[Integer.MAX_VALUE][1_000_000];", "java.lang.OutOfMemoryError")
        self.fails(
            "var hoard = new ArrayList<long[]>(); while (true) hoard.add(new long[1_000_000]);",
            "java.lang.OutOfMemoryError",
        )
        self.ok("hoard = null;")
        self.alive()

    def test_exit_is_refused(self):
        ran = self.fails("System.exit(3);", "ExitRefused")
        self.assertIn("restart the kernel", ran.reply["evalue"])
        self.fails("Runtime.getRuntime().halt(3);", "ExitRefused")
        self.alive()

    def test_interrupt_of_an_endless_loop(self):
        self.interrupts("while (true) {}")
        self.interrupts('while (true) { try { Integer.parseInt("x"); } catch (Exception e) {} }')
        self.interrupts("%time while (true) {}")

    def test_interrupt_of_sleep(self):
        self.interrupts("Thread.sleep(600_000);")

    def test_interrupt_behind_a_file_that_was_loaded(self):
        with tempfile.NamedTemporaryFile("w", suffix=".java") as f:
            f.write("int loaded = 1;\n")
            f.flush()
            self.interrupts("Thread.sleep(600_000);", f"%load {f.name}\n")

    def interrupts(self, code, before=""):
        msg_id = self.kc.execute(f'{before}System.out.println("begun");\n{code}')
        self.until(msg_id, printed("begun"))
        self.interrupt()
        self.assertEqual("Interrupted", self.reply(msg_id)["content"]["ename"])
        self.collect(msg_id)
        self.alive()

    def test_an_interrupt_while_nothing_runs_hits_no_cell(self):
        for cell in ("Thread.sleep(1); 1 + 1", "SHOW TABLES;", "%segql SHOW TABLES\nThread.sleep(1);"):
            self.interrupt()
            self.ok(cell)
            self.interrupt()
            self.interrupt()
            self.ok(cell)

    def test_an_interrupt_sent_before_a_cell_is_not_for_it(self):
        """It goes through another socket, and may come when the cell runs already."""
        msg_id = self.kc.execute('System.out.println("begun"); input("go on")')
        self.until(msg_id, printed("begun"))
        self.kc.get_stdin_msg(timeout=TIMEOUT)
        self.interrupt(date=datetime.now(timezone.utc) - timedelta(minutes=1))
        self.kc.input("yes")
        self.assertEqual("ok", self.reply(msg_id)["content"]["status"])
        self.collect(msg_id)
        for i in range(20):
            self.km.interrupt_kernel()
            self.ok(f"long sum = 0; for (int i = 0; i < 5_000_000; i++) sum += i % 7; sum + {i}")
            self.km.interrupt_kernel()
            self.ok("SHOW TABLES;")

    def test_wrong_signatures_and_unknown_types(self):
        key, self.kc.session.key = self.kc.session.key, b"wrong"
        try:
            self.kc.execute("int forged = 1;")
        finally:
            self.kc.session.key = key
        self.kc.shell_channel.send(self.kc.session.msg("no_such_request", {}))
        self.kc.shell_channel.send(self.kc.session.msg("input_reply", {"value": "x"}))
        self.alive()
        self.fails("forged", "CompileError")

    def test_garbage_on_the_socket(self):
        self.kc.shell_channel.socket.send_multipart([b"nonsense"])
        self.kc.shell_channel.socket.send_multipart([b"<IDS|MSG>", b"", b"{", b"", b"", b""])
        self.alive()


class Conversation(KernelCase):
    def test_stdin(self):
        msg_id = self.kc.execute('String name = input("Who? "); name.toUpperCase()')
        question = self.kc.get_stdin_msg(timeout=TIMEOUT)
        self.assertEqual("Who? ", question["content"]["prompt"])
        self.kc.input("ada")
        self.reply(msg_id)
        results = [m for m in self.collect(msg_id) if m["msg_type"] == "execute_result"]
        self.assertEqual("ADA", results[0]["content"]["data"]["text/plain"])

    def test_scanner_reads_from_the_notebook(self):
        msg_id = self.kc.execute("new Scanner(System.in).nextLine()")
        self.kc.get_stdin_msg(timeout=TIMEOUT)
        self.kc.input("line")
        self.assertEqual("ok", self.reply(msg_id)["content"]["status"])
        self.collect(msg_id)

    def test_stdin_refused(self):
        ran = self.fails('input("?")', "java.io.IOException", allow_stdin=False)
        self.assertIn("takes no input", ran.reply["evalue"])

    def test_interrupt_of_a_question(self):
        msg_id = self.kc.execute('input("?")')
        self.kc.get_stdin_msg(timeout=TIMEOUT)
        self.interrupt()
        self.assertEqual("Interrupted", self.reply(msg_id)["content"]["ename"])
        self.collect(msg_id)

    def test_comms(self):
        reply = self.reply(self.kc.comm_info())
        self.assertEqual({}, reply["content"]["comms"])
        message = self.kc.session.msg(
            "comm_open", {"comm_id": "c1", "target_name": "nobody", "data": {}}
        )
        self.kc.shell_channel.send(message)
        closed = [
            m for m in self.collect(message["header"]["msg_id"]) if m["msg_type"] == "comm_close"
        ]
        self.assertEqual("c1", closed[0]["content"]["comm_id"])

    def test_cursors_count_code_points(self):
        reply = self.reply(self.kc.complete('"\U0001f600\U0001f600".leng'))["content"]
        self.assertIn("length()", reply["matches"])
        self.assertEqual(5, reply["cursor_start"])
        self.assertEqual(9, reply["cursor_end"])

    def test_completion_types(self):
        self.ok("int counter = 1;")
        reply = self.reply(self.kc.complete("counte"))["content"]
        self.assertIn("counter", reply["matches"])
        types = {t["text"]: t["type"] for t in reply["metadata"]["_jupyter_types_experimental"]}
        self.assertEqual(set(reply["matches"]), set(types))
        self.assertEqual("variable", types["counter"])
        reply = self.reply(self.kc.complete("String.val"))["content"]
        types = {t["text"]: t["type"] for t in reply["metadata"]["_jupyter_types_experimental"]}
        self.assertEqual("function", types["valueOf("])

    def test_completion_knows_the_statements_above_in_the_cell(self):
        reply = self.reply(self.kc.complete('var above = "text";\nabove.toUpp'))["content"]
        self.assertIn("toUpperCase(", reply["matches"])

    def test_inspect(self):
        self.ok('var greeting = "hello";')
        content = self.reply(self.kc.inspect("greeting", 3))["content"]
        self.assertTrue(content["found"])
        self.assertEqual("text/plain", list(content["data"])[0])
        self.assertIn("hello", content["data"]["text/plain"])
        content = self.reply(self.kc.inspect("Math.max", 8))["content"]
        self.assertIn("greater of two", content["data"]["text/plain"])
        self.assertFalse(self.reply(self.kc.inspect("", 0))["content"]["found"])

    def test_two_clients(self):
        with second_client(self.km) as second:
            mine = [self.kc.execute(f"{i} + 0") for i in range(5)]
            others = [second.execute(f"{i} + 100") for i in range(5)]
            for msg_id in mine:
                self.assertEqual("ok", self.reply(msg_id)["content"]["status"])
            for msg_id in others:
                reply = second.get_shell_msg(timeout=TIMEOUT)
                self.assertEqual(msg_id, reply["parent_header"]["msg_id"])
                self.assertEqual("ok", reply["content"]["status"])
            last = [m for m in self.collect(others[-1]) if m["msg_type"] == "execute_result"]
            self.assertEqual("104", last[0]["content"]["data"]["text/plain"])

    def test_a_client_that_goes_in_the_middle(self):
        with second_client(self.km) as second:
            second.execute('for (int i = 0; i < 3_000; i++) System.out.println("x".repeat(200));')
        alive(self)


class Life(unittest.TestCase):
    def test_restart_while_a_cell_runs(self):
        case = KernelCase()
        case.km, case.kc = start_new_kernel(kernel_name=KERNEL, startup_timeout=TIMEOUT)
        try:
            old = case.km.provisioner.pid
            msg_id = case.kc.execute('int kept = 1; System.out.println("begun"); while (true) {}')
            case.until(msg_id, printed("begun"))
            case.km.restart_kernel()
            case.kc.wait_for_ready(timeout=TIMEOUT)
            self.assertNotEqual(old, case.km.provisioner.pid)
            case.fails("kept", "CompileError")
            alive(case)
        finally:
            case.kc.stop_channels()
            case.km.shutdown_kernel()

    def start(self, **changes):
        spec = get_kernel_spec(KERNEL)
        connection = {
            "ip": "127.0.0.1",
            "transport": "tcp",
            "shell_port": 50701,
            "iopub_port": 50702,
            "stdin_port": 50703,
            "control_port": 50704,
            "hb_port": 50705,
            "key": "k",
            "signature_scheme": "hmac-sha256",
        } | changes
        with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as f:
            json.dump(connection, f)
        argv = [a.replace("{connection_file}", f.name) for a in spec.argv]
        try:
            return subprocess.run(argv, capture_output=True, text=True, timeout=30)
        finally:
            os.unlink(f.name)

    def test_ipc_is_refused_with_a_sentence(self):
        done = self.start(transport="ipc", ip="/tmp/x")
        self.assertEqual(1, done.returncode)
        self.assertIn("TCP alone", done.stderr)

    def test_a_port_that_is_no_port(self):
        self.assertIn("no usable `hb_port`", self.start(hb_port=0).stderr)


if __name__ == "__main__":
    unittest.main()
