package org.segql.function;

import java.util.regex.Pattern;

/// Takes secrets out of text that is shown.
public final class Redaction {
  private static final Pattern PASSWORD =
      Pattern.compile("(?i)((?:password|passwd|pwd|secret|token|sslkey)\\s*=\\s*)[^&;,\\s]*");
  private static final Pattern USER_INFO = Pattern.compile("(//[^/@\\s:]*):[^/@\\s]*@");

  private Redaction() {}

  /// A location without the passwords that stand in a URL.
  public static String url(String location) {
    String hidden = PASSWORD.matcher(location).replaceAll("$1…");
    return USER_INFO.matcher(hidden).replaceAll("$1:…@");
  }
}
