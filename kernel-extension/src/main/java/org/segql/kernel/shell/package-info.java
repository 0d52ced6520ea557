/// Java cells, by JShell in this process: values by reference, loops that can be stopped, magics.
@NullMarked
package org.segql.kernel.shell;

import org.jspecify.annotations.NullMarked;
