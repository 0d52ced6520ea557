package org.segql.repl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.segql.repl.data.Sample;
import org.segql.repl.shell.FileReason;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "data",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Makes sample data: customers with segments hidden in them, and their orders.",
      "The true segments go to a folder `truth` of their own."
    },
    footer = {
      "",
      "  segql data sample",
      "  segql data big --customers 1_000_000 --no-orders",
      "",
      "customers.csv, a row a customer at the end of 2025 (customers_2026q1.csv … of later"
          + " quarters):",
      "  customer_id     from 100001",
      "  signup_date     from 2021 on, more of them lately",
      "  age             years; 2 %% missing",
      "  gender          female, male, diverse; 2 %% missing",
      "  region          Capital, North, South, East, West",
      "  channel         how the customer came: web, mobile, store, partner",
      "  income          a year, in hundreds; skewed; 4 %% missing, not at random",
      "  household       persons",
      "  email_opt_in    consent to e-mail: true, false",
      "  visits          of the last twelve months",
      "  orders          of the last twelve months",
      "  spend           of the last twelve months, less discounts and returns; very skewed",
      "  discount_share  the part of spend bought at a discount; missing without spend",
      "  last_order      a date; missing without an order since 2024",
      "  satisfaction    1 to 10; two in five did not answer",
      "orders.csv, a row a line of an order since 2024, by season:",
      "  order_id, customer_id, order_date",
      "  channel         web, mobile, store",
      "  category        groceries, home, fashion, electronics, toys, garden, beauty",
      "  quantity, price pieces, and the price of one before the discount",
      "  discount        a share of one",
      "  returned        true, false",
      "truth/segments.csv, what the maker had in mind:",
      "  customer_id, segment",
      "Planted change: from 2026 on prices are 8 %% higher; Deal seekers buy a quarter less for it,"
          + " and",
      "a fifth of them leaves each quarter."
    })
final class DataCommand implements Callable<Integer> {
  /// Numbers may be written with `_`, as in SegQL.
  static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      try {
        int count = Integer.parseInt(text.replace("_", ""));
        if (count >= 0) {
          return count;
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      throw new TypeConversionException("'" + text + "' is no whole number from 0 to 2147483647");
    }
  }

  private static final int MOST_CUSTOMERS = 100_000_000;

  private final Surroundings around;

  @Parameters(
      paramLabel = "FOLDER",
      arity = "0..1",
      description = "where the files go: ${DEFAULT-VALUE}")
  private String folder = "sample";

  @Option(
      names = {"-n", "--customers"},
      paramLabel = "N",
      converter = Count.class,
      description = "how many customers: ${DEFAULT-VALUE}")
  private int customers = 5000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "same seed, same data: ${DEFAULT-VALUE}")
  private long seed = 42;

  @Option(
      names = "--periods",
      paramLabel = "N",
      converter = Count.class,
      description = "later quarters, in which something changes: ${DEFAULT-VALUE}")
  private int periods;

  @Option(names = "--no-orders", description = "only the customers")
  private boolean noOrders;

  @Option(names = "--overwrite", description = "replaces files that are there")
  private boolean overwrite;

  DataCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (customers < 1 || customers > MOST_CUSTOMERS) {
      throw Failure.usage("`--customers` goes from 1 to 100_000_000.");
    }
    if (periods > 40) {
      throw Failure.usage("`--periods` goes from 0 to 40.");
    }
    Path target = Scripts.path(folder);
    if (Files.isRegularFile(target)) {
      throw Failure.usage("`" + folder + "` is a file; give a folder.");
    }
    Sample sample = new Sample(seed, customers, periods, !noOrders);
    List<Path> files = sample.files(target);
    for (Path file : files) {
      if (Files.exists(file) && !overwrite) {
        throw Failure.usage("`" + file + "` exists; `--overwrite` replaces it.");
      }
    }
    try {
      sample.write(target);
    } catch (IOException e) {
      throw Failure.failed("`" + folder + "` could not be written: " + FileReason.of(e) + ".");
    }
    files.forEach(file -> around.out().line(file.toString()));
    return ExitCode.FINE;
  }
}
