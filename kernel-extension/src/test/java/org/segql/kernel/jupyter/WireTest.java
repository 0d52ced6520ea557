package org.segql.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireTest {
  private final Wire wire = new Wire(new Signature("hmac-sha256", "key"));

  private List<byte[]> frames() {
    var identity = List.of("client".getBytes(StandardCharsets.UTF_8));
    var header = Header.of("execute_request", "session", "user");
    var content = Json.object().put("code", "1 + 1");
    return wire.encode(identity, header, null, Json.object(), content);
  }

  @Test
  void whatIsEncodedIsDecoded() throws Exception {
    var message = wire.decode(frames());
    assertThat(message.type()).isEqualTo("execute_request");
    assertThat(message.content().path("code").asString()).isEqualTo("1 + 1");
    assertThat(message.identities()).hasSize(1);
  }

  @Test
  void aChangedPartIsNoticed() {
    var frames = new ArrayList<>(frames());
    frames.set(6, "{\"code\": \"2\"}".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> wire.decode(frames)).hasMessageContaining("signature");
  }

  @Test
  void tooFewPartsAreNoticed() {
    assertThatThrownBy(() -> wire.decode(frames().subList(0, 4))).hasMessageContaining("parts");
    assertThatThrownBy(() -> wire.decode(List.of())).hasMessageContaining("parts");
  }

  @Test
  void aLoneSurrogateIsNoObstacle() {
    var bytes = Json.bytes(Json.object().put("text", "a\ud83d"));
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("{\"text\":\"a?\"}");
  }

  /// HMAC-SHA-256 of RFC 4231, test case 2.
  @Test
  void signaturesAreThoseOfTheStandard() {
    var signature = new Signature("hmac-sha256", "Jefe");
    var text = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);
    assertThat(new String(signature.sign(List.of(text)), StandardCharsets.US_ASCII))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void cursorsCountCodePoints() {
    String text = "a\ud83d\ude00b";
    assertThat(CodePoints.toUtf16(text, 2)).isEqualTo(3);
    assertThat(CodePoints.fromUtf16(text, 3)).isEqualTo(2);
    assertThat(CodePoints.toUtf16(text, 99)).isEqualTo(4);
    assertThat(CodePoints.fromUtf16(text, -1)).isZero();
  }
}
