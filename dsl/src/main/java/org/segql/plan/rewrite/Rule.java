package org.segql.plan.rewrite;

import org.segql.plan.Relation;

/// Gives the same rows and columns with less work.
@FunctionalInterface
interface Rule {
  Relation apply(Relation relation);
}
