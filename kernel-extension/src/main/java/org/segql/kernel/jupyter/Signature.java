package org.segql.kernel.jupyter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The HMAC over a message's four JSON parts, in hex. An empty key means that nothing is signed.
final class Signature {
  private final String algorithm;
  private final String key;

  /// @param scheme as in the connection file: `hmac-sha256`
  Signature(String scheme, String key) {
    this.algorithm = scheme.toLowerCase(Locale.ROOT).replaceFirst("^hmac-", "Hmac");
    this.key = key;
  }

  byte[] sign(List<byte[]> parts) {
    if (key.isEmpty()) {
      return new byte[0];
    }
    try {
      var mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      parts.forEach(mac::update);
      return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new ConnectionException(
          "The connection file asks for the signature scheme `"
              + algorithm
              + "`, which Java lacks.");
    }
  }

  boolean matches(byte[] signature, List<byte[]> parts) {
    return key.isEmpty() || MessageDigest.isEqual(signature, sign(parts));
  }
}
