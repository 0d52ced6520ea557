package org.segql.codegen;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/// Names of the language as Java identifiers, each given once. Plain ASCII, as class names become
/// file names.
final class Identifiers {
  private final Set<String> taken = new HashSet<>();

  Identifiers(Collection<String> reserved) {
    taken.addAll(reserved);
  }

  /// `customer_orders` is `customerOrders`, a second one `customerOrders2`.
  String variable(String name) {
    String camel = camel(name);
    return free(Character.toLowerCase(camel.charAt(0)) + camel.substring(1));
  }

  /// `Orders` for `orders`: the end of a method's or class's name; not reserved.
  static String capital(String variable) {
    return Character.toUpperCase(variable.charAt(0)) + variable.substring(1);
  }

  private String free(String wanted) {
    String candidate = wanted;
    for (int i = 2; !SourceVersion.isName(candidate) || !taken.add(candidate); i++) {
      candidate = wanted + i;
    }
    return candidate;
  }

  private static String camel(String name) {
    var out = new StringBuilder();
    boolean capital = false;
    for (char c : Normalizer.normalize(name, Normalizer.Form.NFD).toCharArray()) {
      boolean part = c < 128 && Character.isLetterOrDigit(c);
      if (part) {
        out.append(capital ? Character.toUpperCase(c) : c);
      }
      capital = !part && Character.getType(c) != Character.NON_SPACING_MARK && !out.isEmpty();
    }
    return out.isEmpty() || Character.isDigit(out.charAt(0)) ? "t" + out : out.toString();
  }
}
