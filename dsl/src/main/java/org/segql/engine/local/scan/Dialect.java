package org.segql.engine.local.scan;

/// The form of a delimited text.
///
/// @param quote empty: no quotes
/// @param header true where the first line after those skipped holds names
/// @param skip lines before the header
record Dialect(char delimiter, String quote, boolean header, int skip) {}
