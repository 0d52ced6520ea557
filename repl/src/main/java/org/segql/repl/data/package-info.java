/// Sample data: customers and their orders, of any size, made from a seed. Real segments are hidden
/// in them, and what they are is known, so that a method can be judged by what it finds.
///
/// Every customer is a function of the seed and the customer's number alone. So the files do not
/// depend on the number of threads, a larger file begins with the customers of a smaller one, and a
/// later period goes on where the one before it ended.
@NullMarked
package org.segql.repl.data;

import org.jspecify.annotations.NullMarked;
