package org.segql.repl.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What sample data to make.
///
/// @param seed the same seed gives the same files
/// @param customers how many there are at the end of 2025, at least 1
/// @param periods how many later quarters to make as well, at least 0
/// @param orders whether to write the orders, which make up most of the size
public record Sample(long seed, int customers, int periods, boolean orders) {
  private static final int CHUNK = 4096;

  /// The folder within the target whose files tell each customer's true segment.
  public static final String TRUTH = "truth";

  public Sample {
    if (customers < 1 || periods < 0) {
      throw new IllegalArgumentException("at least one customer, no period below 0");
    }
  }

  /// The files it makes in a folder.
  public List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    for (int number = 0; number <= periods; number++) {
      files.addAll(files(folder, new Period(number)));
    }
    return files;
  }

  private List<Path> files(Path folder, Period period) {
    List<Path> files = new ArrayList<>();
    files.add(folder.resolve("customers" + period.suffix() + ".csv"));
    files.add(folder.resolve(TRUTH).resolve("segments" + period.suffix() + ".csv"));
    if (orders) {
      files.add(folder.resolve("orders" + period.suffix() + ".csv"));
    }
    return files;
  }

  /// Writes the files, on all processors. Each appears under its name when it is whole.
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve(TRUTH));
    try (ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (int number = 0; number <= periods; number++) {
        write(folder, new Period(number), workers);
      }
    }
  }

  private void write(Path folder, Period period, ExecutorService workers) throws IOException {
    List<Path> files = files(folder, period);
    List<Path> parts = files.stream().map(Sample::part).toList();
    parts.forEach(part -> part.toFile().deleteOnExit()); // where a signal ends the program
    try {
      write(period, parts, workers);
      for (int i = 0; i < files.size(); i++) {
        Files.move(parts.get(i), files.get(i), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      for (Path part : parts) {
        Files.deleteIfExists(part);
      }
    }
  }

  private void write(Period period, List<Path> parts, ExecutorService workers) throws IOException {
    try (OutputStream customerFile = open(parts.get(0), Lines.CUSTOMER_COLUMNS);
        OutputStream truthFile = open(parts.get(1), Lines.TRUTH_COLUMNS);
        OutputStream orderFile =
            orders ? open(parts.get(2), Lines.ORDER_COLUMNS) : OutputStream.nullOutputStream()) {
      int total = period.customers(customers);
      int batch = CHUNK * 2 * Runtime.getRuntime().availableProcessors();
      for (int from = 0; from < total; from += batch) {
        for (Lines lines : make(period, from, Math.min(total, from + batch), workers)) {
          lines.customers.writeTo(customerFile);
          lines.truth.writeTo(truthFile);
          lines.orders.writeTo(orderFile);
        }
      }
    }
  }

  private List<Lines> make(Period period, int from, int to, ExecutorService workers) {
    List<Callable<Lines>> tasks = new ArrayList<>();
    for (int start = from; start < to; start += CHUNK) {
      int first = start;
      tasks.add(() -> new Lines(this, period).add(first, Math.min(to, first + CHUNK)));
    }
    try {
      List<Lines> made = new ArrayList<>();
      for (Future<Lines> future : workers.invokeAll(tasks)) {
        made.add(future.get());
      }
      return made;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static OutputStream open(Path file, String columns) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    out.write(columns.getBytes(StandardCharsets.US_ASCII));
    return out;
  }
}
