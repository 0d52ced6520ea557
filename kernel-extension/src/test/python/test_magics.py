"""The lines with `%` in Java cells, and `%%…` above cells."""

import os
import subprocess
import tempfile
import unittest
import zipfile

from harness import KERNEL, TIMEOUT, KernelCase
from jupyter_client.kernelspec import get_kernel_spec
from jupyter_client.manager import start_new_kernel

POM = """<project><modelVersion>4.0.0</modelVersion>
<groupId>segql.test</groupId><artifactId>{name}</artifactId><version>1.0</version>
<dependencies>{needs}</dependencies></project>"""
NEEDS = "<dependency><groupId>segql.test</groupId><artifactId>{}</artifactId><version>1.0</version></dependency>"


def compiled(folder, name, code, *class_path):
    """A jar with one class."""
    source = os.path.join(folder, name + ".java")
    with open(source, "w") as f:
        f.write(code)
    javac = get_kernel_spec(KERNEL).argv[0] + "c"
    classes = os.path.join(folder, "classes-" + name)
    subprocess.run([javac, "-d", classes, "-cp", os.pathsep.join((folder, *class_path)), source], check=True)
    jar = os.path.join(folder, name.lower() + ".jar")
    with zipfile.ZipFile(jar, "w") as z:
        for at, _, files in os.walk(classes):
            for file in files:
                path = os.path.join(at, file)
                z.write(path, os.path.relpath(path, classes))
    return jar


def published(repository, jar, needs=""):
    name = os.path.splitext(os.path.basename(jar))[0]
    place = os.path.join(repository, "segql/test", name, "1.0")
    os.makedirs(place)
    with open(jar, "rb") as f, open(os.path.join(place, f"{name}-1.0.jar"), "wb") as to:
        to.write(f.read())
    with open(os.path.join(place, f"{name}-1.0.pom"), "w") as f:
        f.write(POM.format(name=name, needs=needs))


class Magics(KernelCase):
    @classmethod
    def setUpClass(cls):
        cls.temp = tempfile.TemporaryDirectory()
        cls.folder = cls.temp.name
        # What Maven fetches goes here and not to the user's folder.
        options = "-Dmaven.repo.local=" + os.path.join(cls.folder, "local")
        env = dict(os.environ, JAVA_TOOL_OPTIONS=options)
        cls.km, cls.kc = start_new_kernel(
            kernel_name=KERNEL, startup_timeout=TIMEOUT, env=env, cwd=cls.folder
        )

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.temp.cleanup()

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w") as f:
            f.write(text)

    def test_load_runs_java_and_segql(self):
        self.write("some.java", "int loaded = 20;\nint twice(int n) { return 2 * n; }\n")
        self.write("some.segql", "TABLE made AS FROM points WHERE x > 1;\nSHOW made;")
        self.ok('var points = Table.create("points", DoubleColumn.create("x", 1, 2, 3));')
        self.assertEqual("41", self.ok("%load some.java\ntwice(loaded) + 1").text)
        ran = self.ok("%load some.segql\nmade.rowCount()")
        self.assertTrue(ran.of("display_data")[-1]["data"]["text/plain"].endswith("2\n3"))
        self.assertEqual("2", ran.text)
        self.write("bad.java", "int fine = 1;\nint bad = nothing;\n")
        self.fails("%load bad.java", "CompileError")
        self.write("bad.segql", "SHOW nobody;")
        self.fails("%load bad.segql", "unknown-table")
        ran = self.fails("%load none.java\nint never = 1;", "FileNotFound")
        self.assertIn("none.java", ran.reply["evalue"])
        self.fails("never", "CompileError")

    def test_time_says_how_long_it_took(self):
        ran = self.ok("int a = 6;\n%time a * 7")
        self.assertEqual("42", ran.text)
        self.assertRegex(ran.stream("stderr"), r"^took \d+\.\d+ m?s\n$")
        for cell in ("%%time\n1 + 1", "%%time\nSHOW TABLES;"):
            ran = self.ok(cell)
            self.assertIsNotNone(ran.result)
            self.assertRegex(ran.stream("stderr"), r"^took \d+\.\d+ m?s\n$")
        self.fails("%time nothing()", "CompileError")

    def test_classpath_adds_jars_and_folders(self):
        jars = os.path.join(self.folder, "with blanks/deep")
        os.makedirs(jars)
        one = compiled(self.folder, "One", "package lib; public class One { public static int one() { return 1; } }")
        os.rename(one, os.path.join(self.folder, "one-1.jar"))
        two = compiled(self.folder, "Two", "package lib; public class Two { public static int two() { return 2; } }")
        os.rename(two, os.path.join(jars, "two.jar"))
        self.fails("lib.One.one()", "CompileError")
        self.assertEqual("1", self.ok("%classpath one-*.jar\nlib.One.one()").text)
        self.assertEqual("2", self.ok("%classpath **/two.jar\nlib.Two.two()").text)
        ran = self.fails("%classpath none.jar", "FileNotFound")
        self.assertEqual("No file is called `none.jar`.", ran.reply["evalue"])

    def test_maven_adds_an_artifact_and_what_it_needs(self):
        repository = os.path.join(self.folder, "repository")
        base = compiled(self.folder, "Base", "package lib; public class Base { public static int three() { return 3; } }")
        top = compiled(
            self.folder,
            "Top",
            "package lib; public class Top { public static int four() { return Base.three() + 1; } }",
            base,
        )
        published(repository, base)
        unneeded = NEEDS.replace("</dependency>", "<optional>true</optional></dependency>").format("optional")
        unneeded += NEEDS.replace("</dependency>", "<scope>test</scope></dependency>").format("tests")
        published(repository, top, NEEDS.format("base") + unneeded)
        ran = self.ok(f"%mavenRepo here file://{repository}\n%maven segql.test:top:1.0\nlib.Top.four() + lib.Base.three()")
        self.assertEqual("7", ran.text)
        self.assertEqual("2 jars are added.\n", ran.stream("stderr"))
        ran = self.fails("%maven segql.test:none:1.0", "MavenError")
        self.assertIn("segql.test:none", ran.reply["evalue"])
        self.assertIn("group:artifact:version", self.fails("%maven none", "MavenError").reply["evalue"])
        self.fails("%mavenRepo here", "MagicError")

    def test_the_language_can_be_said(self):
        self.assertEqual("5", self.ok("%%java\nint table = 5;\ntable").text)
        self.assertIn("cell [", self.fails("%%java\nSHOW made LIMIT 5;", "CompileError").reply["traceback"][1])
        self.ok("%%segql\nshow tables")
        self.fails("%%segql\nint x = 5;", "syntax")
        ran = self.fails("%%nope\n1", "UnknownMagic")
        self.assertIn("`%%segql`, `%%java` and `%%time`", ran.reply["evalue"])
        ran = self.fails("%nope 1", "UnknownMagic")
        self.assertIn("`%maven`", ran.reply["evalue"])
        ran = self.ok("%help")
        self.assertIn("%classpath", ran.reply["payload"][0]["data"]["text/plain"])


if __name__ == "__main__":
    unittest.main()
