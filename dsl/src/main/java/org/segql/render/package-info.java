/// Charts to Plotly (Tablesaw-jsplot), to PNG and SVG (XChart) and to a terminal.
@NullMarked
package org.segql.render;

import org.jspecify.annotations.NullMarked;
