/// Where kernels of others enter. Compiled for Java 11, since they start whatever `java` comes
/// first: on one that is too old these classes say so in a sentence. Nothing of Java 25 is touched
/// but by name.
@NullMarked
package org.segql.kernel.entry;

import org.jspecify.annotations.NullMarked;
