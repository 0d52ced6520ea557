package org.segql.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {
  @Test
  void width() {
    assertThat(Cells.width("abc")).isEqualTo(3);
    assertThat(Cells.width("é")).isEqualTo(1);
    assertThat(Cells.width("e\u0301")).isEqualTo(1);
    assertThat(Cells.width("顧客")).isEqualTo(4);
    assertThat(Cells.width("한글")).isEqualTo(4);
    assertThat(Cells.width("ｶﾅ")).isEqualTo(2);
    assertThat(Cells.width("Ａ")).isEqualTo(2);
    assertThat(Cells.width("😀")).isEqualTo(2);
    assertThat(Cells.width("👩‍👩‍👧")).isEqualTo(2);
    assertThat(Cells.width("👍🏽")).isEqualTo(2);
    assertThat(Cells.width("🇩🇪")).isEqualTo(2);
    assertThat(Cells.width("█▏●–…")).isEqualTo(5);
  }

  @Test
  void cut() {
    assertThat(Cells.cut("customer", 8, true)).isEqualTo("customer");
    assertThat(Cells.cut("customers", 8, true)).isEqualTo("custome…");
    assertThat(Cells.cut("customers", 8, false)).isEqualTo("custome~");
    assertThat(Cells.cut("顧客顧客", 4, true)).isEqualTo("顧…");
    assertThat(Cells.cut("customers", 1, true)).isEqualTo("…");
    assertThat(Cells.cut("customers", 0, true)).isEmpty();
  }

  @Test
  void safe() {
    assertThat(Cells.safe("Grüße 😀 顧客", true)).isEqualTo("Grüße 😀 顧客");
    assertThat(Cells.safe("a\u001b[31mb\nc\td\u007f", true)).isEqualTo("a␛[31mb␊c␉d␡");
    assertThat(Cells.safe("a\u001b[31mb\n", false)).isEqualTo("a^[[31mb^J");
    assertThat(Cells.safe("\u009b31m\u202ex\ud800", true)).isEqualTo("\ufffd31m\ufffdx\ufffd");
  }

  @Test
  void html() {
    assertThat(Html.escape("<a href=\"x\" id='y'>&\u001b\ud800😀"))
        .isEqualTo("&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;␛\ufffd😀");
  }

  @Test
  void json() {
    var json = new Json(false).beginArray();
    json.value("<a>\u0007\"\\\ud800")
        .value(1e20)
        .value(3.0)
        .value(0.1)
        .value(Double.NaN)
        .beginObject()
        .endObject();
    assertThat(json.endArray().toString())
        .isEqualTo("[\"\\u003ca>\\u0007\\\"\\\\\\ud800\",1.0E20,3,0.1,null,{}]");
  }
}
