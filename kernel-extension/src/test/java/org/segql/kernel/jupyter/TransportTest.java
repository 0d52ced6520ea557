package org.segql.kernel.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransportTest {
  /// A cell is stopped while it shows something: the channel that wakes the sockets must live on.
  @Test
  void aSenderThatIsInterruptedLeavesTheSocketsAsleep() throws Exception {
    int[] ports = RoundTrip.freePorts();
    var file =
        new ConnectionFile(
            "127.0.0.1", ports[0], ports[1], ports[2], ports[3], ports[4], "hmac-sha256", "");
    var transport = new Transport(file, (_, _) -> {});
    transport.start();
    try {
      Thread.currentThread().interrupt();
      transport.send(Channel.IOPUB, List.of("shown".getBytes(StandardCharsets.UTF_8)));
      assertThat(Thread.interrupted()).as("still interrupted").isTrue();
      var threads = ManagementFactory.getThreadMXBean();
      long sockets =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().equals("jupyter-sockets"))
              .findFirst()
              .orElseThrow()
              .threadId();
      Thread.sleep(Duration.ofMillis(200));
      long before = threads.getThreadCpuTime(sockets);
      Thread.sleep(Duration.ofSeconds(1));
      assertThat(Duration.ofNanos(threads.getThreadCpuTime(sockets) - before))
          .as("what a thread that waits uses of a second")
          .isLessThan(Duration.ofMillis(200));
    } finally {
      transport.close();
    }
  }
}
