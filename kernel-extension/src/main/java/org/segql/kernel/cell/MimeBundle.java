package org.segql.kernel.cell;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One output in several forms, by MIME type; the front end shows the richest that it can.
///
/// @param data text (base64 for images) or a tree of maps, lists, texts and numbers (JSON types)
/// @param metadata about the forms, by MIME type or whole, as the notebook format has it
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {
  public static final String TEXT = "text/plain";
  public static final String HTML = "text/html";
  public static final String MARKDOWN = "text/markdown";
  public static final String PNG = "image/png";

  public MimeBundle {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  public static MimeBundle text(String text) {
    return new MimeBundle(Map.of(TEXT, text), Map.of());
  }

  public static MimeBundle html(String text, String html) {
    return text(text).with(HTML, html);
  }

  /// The same with one more form; a form of that type gives way.
  public MimeBundle with(String type, Object value) {
    var more = new LinkedHashMap<>(data);
    more.put(type, value);
    return new MimeBundle(more, metadata);
  }
}
