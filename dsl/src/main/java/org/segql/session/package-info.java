/// The facade: Session.run(text) gives results, with progress and cancellation. The one thing that
/// the command line and the kernel see.
@NullMarked
package org.segql.session;

import org.jspecify.annotations.NullMarked;
