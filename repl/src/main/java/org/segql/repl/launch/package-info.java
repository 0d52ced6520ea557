/// What the launcher needs once, after a build: libraries made ready so that later starts are
/// short.
@NullMarked
package org.segql.repl.launch;

import org.jspecify.annotations.NullMarked;
