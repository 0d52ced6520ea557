/// Stands before a class of DuckDB's driver on the class path of the program.
package org.duckdb;
