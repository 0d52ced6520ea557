package org.segql.kernel.jupyter;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What a kernel says of itself.
///
/// @param help links for the Help menu, by title
public record KernelDescription(
    String implementation,
    String version,
    String language,
    String languageVersion,
    String mimeType,
    String fileExtension,
    String lexer,
    String banner,
    Map<String, String> help) {
  public KernelDescription {
    help = Map.copyOf(help);
  }

  ObjectNode reply() {
    var reply =
        Json.object()
            .put("status", "ok")
            .put("protocol_version", Header.VERSION)
            .put("implementation", implementation)
            .put("implementation_version", version)
            .put("banner", banner)
            .put("debugger", false);
    reply
        .putObject("language_info")
        .put("name", language)
        .put("version", languageVersion)
        .put("mimetype", mimeType)
        .put("file_extension", fileExtension)
        .put("pygments_lexer", lexer)
        .put("codemirror_mode", mimeType)
        .put("nbconvert_exporter", "script");
    var links = reply.putArray("help_links");
    help.forEach((text, url) -> links.addObject().put("text", text).put("url", url));
    return reply;
  }
}
