package org.segql.kernel.jupyter;

import org.jspecify.annotations.Nullable;

/// A cell that ran.
///
/// @param session which run of a kernel it belongs to, from 1
/// @param output what it gave, as text; null where it gave nothing or its session is over
record HistoryEntry(int session, int number, String code, @Nullable String output) {}
