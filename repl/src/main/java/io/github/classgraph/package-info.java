/// Stands before the library ClassGraph on the class path of the program. Tablesaw's `Table` uses
/// that library once, in its static initialiser, to look for file readers and writers in all jars,
/// which takes half a second; here it finds none. SegQL reads and writes files by itself.
package io.github.classgraph;
