/// The SegQL notebook kernel: its start, the languages of a cell and how they are told apart.
@NullMarked
package org.segql.kernel;

import org.jspecify.annotations.NullMarked;
