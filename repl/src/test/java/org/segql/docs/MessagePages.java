package org.segql.docs;

import java.util.HashMap;
import java.util.Map;
import org.segql.diagnostic.Code;

/// The page of messages: each code with what it means; the examples are written by hand.
final class MessagePages {
  private MessagePages() {}

  static String page() {
    Map<String, String> parts = new HashMap<>();
    for (Code code : Code.values()) {
      parts.put(
          code.text(), new Markdown().heading(3, code.text()).paragraph(code.summary()).toString());
    }
    return Template.fill("messages.md", parts);
  }
}
