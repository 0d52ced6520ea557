/// What will be done: relations, expressions and commands as sealed records that no engine has
/// leaked into; rewrite rules; the printer behind EXPLAIN.
@NullMarked
package org.segql.plan;

import org.jspecify.annotations.NullMarked;
