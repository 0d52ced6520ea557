package org.segql.kernel.jupyter;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import tools.jackson.databind.node.ObjectNode;

/// Starts a kernel as Jupyter would, runs cells in it and ends it: how an installation is tried.
public final class RoundTrip {
  private static final String HOST = "127.0.0.1";
  private static final String SCHEME = "hmac-sha256";
  private static final int PORTS = 5;

  /// How it went.
  ///
  /// @param problem a sentence; empty where all cells ran
  /// @param took from the start of the process to the reply of the first cell
  public record Answer(String problem, Duration took) {
    public boolean ok() {
      return problem.isEmpty();
    }
  }

  private final List<String> argv;
  private final Duration patience;

  /// @param argv as in a kernelspec, with `{connection_file}`
  /// @param patience for the start, for each cell and for the end
  public RoundTrip(List<String> argv, Duration patience) {
    this.argv = List.copyOf(argv);
    this.patience = patience;
  }

  /// Runs cells, in order, up to the first that fails; waits for the process to end.
  public Answer run(List<String> cells) throws IOException, InterruptedException {
    int[] ports = freePorts();
    String key = UUID.randomUUID().toString();
    Path file = Files.createTempFile("segql-kernel-", ".json");
    Path log = Files.createTempFile("segql-kernel-", ".log");
    Process process = null;
    try {
      Files.write(file, Json.bytes(connection(ports, key)));
      long start = System.nanoTime();
      process = start(file, log);
      try (var client = new Client(ports, key)) {
        return client.converse(cells, process, log, start);
      }
    } finally {
      if (process != null && !process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      Files.deleteIfExists(file);
      Files.deleteIfExists(log);
    }
  }

  private Process start(Path file, Path log) throws IOException {
    var command = argv.stream().map(a -> a.replace("{connection_file}", file.toString())).toList();
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /// As many ports as a kernel listens on, free at this moment.
  static int[] freePorts() throws IOException {
    int[] ports = new int[PORTS];
    var held = new ArrayList<ServerSocket>();
    try {
      for (int i = 0; i < PORTS; i++) {
        var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST));
        held.add(socket);
        ports[i] = socket.getLocalPort();
      }
    } finally {
      for (var socket : held) {
        socket.close();
      }
    }
    return ports;
  }

  private static ObjectNode connection(int[] ports, String key) {
    return Json.object()
        .put("transport", "tcp")
        .put("ip", HOST)
        .put("shell_port", ports[0])
        .put("control_port", ports[1])
        .put("stdin_port", ports[2])
        .put("iopub_port", ports[3])
        .put("hb_port", ports[4])
        .put("key", key)
        .put("signature_scheme", SCHEME);
  }

  /// The other end of the sockets.
  private final class Client implements AutoCloseable {
    private final ZContext context = new ZContext();
    private final ZMQ.Socket shell;
    private final ZMQ.Socket control;
    private final Wire wire;

    Client(int[] ports, String key) {
      wire = new Wire(new Signature(SCHEME, key));
      shell = dealer(ports[0]);
      control = dealer(ports[1]);
    }

    private ZMQ.Socket dealer(int port) {
      var socket = context.createSocket(SocketType.DEALER);
      socket.setLinger(0);
      socket.connect("tcp://" + HOST + ":" + port);
      return socket;
    }

    Answer converse(List<String> cells, Process process, Path log, long start) throws IOException {
      String problem = ask(shell, "kernel_info_request", Json.object(), process, log);
      Duration first = Duration.ofNanos(System.nanoTime() - start);
      for (int i = 0; i < cells.size() && problem.isEmpty(); i++) {
        problem =
            ask(
                shell,
                "execute_request",
                Json.object().put("code", cells.get(i)).put("store_history", false),
                process,
                log);
        if (i == 0) {
          first = Duration.ofNanos(System.nanoTime() - start);
        }
      }
      if (process.isAlive()) {
        ask(control, "shutdown_request", Json.object().put("restart", false), process, log);
      }
      return new Answer(problem, first);
    }

    /// Sends a request and waits for its reply.
    ///
    /// @return what is wrong; empty where the reply says `ok`
    private String ask(
        ZMQ.Socket socket, String type, ObjectNode content, Process process, Path log)
        throws IOException {
      var header = Header.of(type, "round-trip", "segql");
      var frames = wire.encode(List.of(), header, null, Json.object(), content);
      for (int i = 0; i < frames.size(); i++) {
        socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
      }
      long end = System.nanoTime() + patience.toNanos();
      socket.setReceiveTimeOut(100);
      while (System.nanoTime() < end) {
        byte[] frame = socket.recv();
        if (frame != null) {
          return problem(frame, socket);
        }
        if (!process.isAlive()) {
          return "The kernel ended by itself. " + Files.readString(log).strip();
        }
      }
      return "The kernel gave no answer in " + patience.toSeconds() + " seconds.";
    }

    private String problem(byte[] first, ZMQ.Socket socket) {
      var frames = new ArrayList<byte[]>(List.of(first));
      while (socket.hasReceiveMore()) {
        frames.add(socket.recv());
      }
      try {
        var content = wire.decode(frames).content();
        return content.path("status").asString("").equals("ok")
            ? ""
            : content.path("ename").asString("?") + ": " + content.path("evalue").asString("");
      } catch (Wire.BadMessage e) {
        return "The kernel's answer cannot be read: " + e.getMessage() + ".";
      }
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
