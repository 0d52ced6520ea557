"""SegQL as a guest in stock JJava."""

import os
import tempfile
import unittest

from harness import KernelCase
from jupyter_client.manager import start_new_kernel

TABLE = (
    'var people = Table.create("people", DoubleColumn.create("age", 20, 21, 22, 60, 61, 62),'
    ' DoubleColumn.create("income", 1, 2, 1.5, 9, 10, 9.5));'
)


class JJava(KernelCase):
    @classmethod
    def setUpClass(cls):
        env = dict(os.environ)
        env["PATH"] = os.path.join(env["JAVA_HOME"], "bin") + os.pathsep + env["PATH"]
        env["JJAVA_CLASSPATH"] = env["SEGQL_JARS"]
        env["JJAVA_JVM_OPTS"] = "--enable-native-access=ALL-UNNAMED"
        cls.km, cls.kc = start_new_kernel(kernel_name="java", env=env, startup_timeout=60)

    def test_1_a_java_table_is_segmented_and_comes_back(self):
        self.ok("import tech.tablesaw.api.*;")
        self.ok(TABLE)
        ran = self.ok("%%segql\nSEGMENT people BY age, income USING kmeans(2) AS halves;")
        shown = (ran.of("display_data") + ran.of("update_display_data"))[-1]["data"]
        self.assertIn("text/html", shown)
        self.assertIn("halves", shown["text/plain"])
        self.assertEqual("6", self.ok("halves.rowCount()").text)

    def test_2_line_magic_and_parameters(self):
        self.ok("int k = 2;")
        self.ok("%%segql\nSEGMENT people BY age USING kmeans($k) AS byK;")
        self.ok("%segql SHOW TABLES")

    def test_3_errors_show_the_caret(self):
        ran = self.fails("%%segql\nSEGMENT people BY agee USING kmeans(2);")
        self.assertIn("unknown-column", ran.reply["evalue"])
        text = ran.of("display_data")[-1]["data"]["text/plain"]
        self.assertIn("unknown-column", text)
        self.assertIn("^^^^", text)
        self.assertIn("Did you mean", text)

    def test_4_charts(self):
        ran = self.ok("%%segql\nPLOT people AS scatter(age, income);")
        shown = ran.of("display_data")[-1]["data"]
        self.assertIn("data:image/png;base64,", shown["text/html"])


class OlderJava(unittest.TestCase):
    def test_an_older_java_is_told_in_a_sentence(self):
        old = os.environ.get("SEGQL_OLD_JAVA")
        if not old:
            self.skipTest("no older Java is here to try")
        env = dict(os.environ)
        env["PATH"] = os.path.join(old, "bin") + os.pathsep + env["PATH"]
        env["JJAVA_CLASSPATH"] = env["SEGQL_JARS"]
        with tempfile.TemporaryFile("w+") as log:
            km, kc = start_new_kernel(
                kernel_name="java", env=env, startup_timeout=60, stderr=log, stdout=log
            )
            kc.stop_channels()
            km.shutdown_kernel(now=False)
            log.seek(0)
            said = log.read()
        self.assertIn("needs Java 25", said)


if __name__ == "__main__":
    unittest.main()
