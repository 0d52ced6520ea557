/// The command line `segql`: it reads scripts, hands them to a session, and writes what comes back.
@NullMarked
package org.segql.repl;

import org.jspecify.annotations.NullMarked;
