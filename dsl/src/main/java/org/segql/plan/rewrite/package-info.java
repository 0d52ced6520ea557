/// Rules that turn a plan into one that gives the same and does less, one a file.
@NullMarked
package org.segql.plan.rewrite;

import org.jspecify.annotations.NullMarked;
