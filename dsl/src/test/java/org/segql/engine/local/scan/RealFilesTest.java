package org.segql.engine.local.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.segql.catalog.ColumnInfo;
import org.segql.catalog.Type;
import org.segql.diagnostic.Code;
import org.segql.diagnostic.Diagnostic;
import org.segql.engine.Progress;
import org.segql.engine.local.Frame;
import org.segql.engine.local.LocalTable;

class RealFilesTest {
  @Test
  void mallCustomers() {
    var table = open("Mall_Customers.csv", LoadOptions.NONE);
    assertThat(table.schema().columns())
        .containsExactly(
            new ColumnInfo("CustomerID", Type.NUMBER),
            new ColumnInfo("Gender", Type.TEXT),
            new ColumnInfo("Age", Type.NUMBER),
            new ColumnInfo("Annual Income (k$)", Type.NUMBER),
            new ColumnInfo("Spending Score (1-100)", Type.NUMBER));
    assertThat(table.takeFindings()).isEmpty();
    Frame frame = table.all(Progress.NONE);
    assertThat(frame.rowCount()).isEqualTo(200);
    assertThat(frame.table().doubleColumn("Age").mean()).isBetween(38.849, 38.851);
    assertThat(frame.table().stringColumn("Gender").countOccurrences("Female")).isEqualTo(112);
  }

  @Test
  void cleanNames() {
    var table = open("Mall_Customers.csv", new LoadOptions.Builder().cleanNames().build());
    assertThat(table.schema().names())
        .containsExactly("customerid", "gender", "age", "annual_income_k", "spending_score_1_100");
  }

  @Test
  void marketingCampaign() {
    var table = open("marketing_campaign.csv", LoadOptions.NONE);
    assertThat(table.schema().columns()).hasSize(29);
    assertThat(table.schema().column("Dt_Customer"))
        .contains(new ColumnInfo("Dt_Customer", Type.DATE));
    assertThat(table.schema().column("Income")).contains(new ColumnInfo("Income", Type.NUMBER));
    assertThat(table.takeFindings())
        .extracting(Diagnostic::code, Diagnostic::message)
        .containsExactly(
            Tuple.tuple(
                Code.DATE_FORMAT, "`Dt_Customer` is read as DATE in the format `dd/MM/yyyy`."));
    Frame frame = table.columns(List.of("Dt_Customer", "Income", "Marital_Status"), Progress.NONE);
    assertThat(frame.rowCount()).isEqualTo(2240);
    assertThat(frame.table().dateColumn("Dt_Customer").get(0)).isEqualTo(LocalDate.of(2012, 9, 4));
    assertThat(frame.table().doubleColumn("Income").countMissing()).isEqualTo(24);
    assertThat(frame.table().stringColumn("Marital_Status").countUnique()).isEqualTo(8);
  }

  @Test
  void cdNowWithBlanks() {
    var options =
        new LoadOptions.Builder()
            .delimiter(LoadOptions.BLANKS)
            .header(false)
            .names(List.of("master", "id", "day", "cds", "amount"))
            .type("id", new ColumnFormat(Type.TEXT))
            .type("day", new ColumnFormat(Type.DATE, "yyyyMMdd"))
            .nulls(List.of("", "NA", "(blank)"))
            .build();
    var table = open("CDNOW_sample.txt", options);
    assertThat(table.schema().columns())
        .containsExactly(
            new ColumnInfo("master", Type.TEXT),
            new ColumnInfo("id", Type.TEXT),
            new ColumnInfo("day", Type.DATE),
            new ColumnInfo("cds", Type.NUMBER),
            new ColumnInfo("amount", Type.NUMBER));
    Frame frame = table.all(Progress.NONE);
    assertThat(frame.rowCount()).isEqualTo(6919);
    assertThat(frame.table().stringColumn("id").get(0)).isEqualTo("0001");
    assertThat(frame.table().dateColumn("day").get(3)).isEqualTo(LocalDate.of(1997, 12, 12));
    assertThat(frame.table().doubleColumn("amount").get(0)).isEqualTo(29.33);
  }

  private static LocalTable open(String name, LoadOptions options) {
    return LocalTable.of(
        Sources.open(new SourceSpec(SharedData.file(name).toString(), options), Progress.NONE));
  }
}
