package org.segql.kernel.jupyter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/// The sockets. A ZeroMQ socket belongs to one thread, so one thread has them all: it hands on what
/// comes in and sends what others put into a queue. It runs nothing of a user's, so the heartbeat
/// answers whatever a cell does.
final class Transport {
  private record Outgoing(Channel channel, List<byte[]> frames) {}

  private static final int LINGER_MS = 500;

  private final ZContext context = new ZContext(1);
  private final ZMQ.Socket shell;
  private final ZMQ.Socket control;
  private final ZMQ.Socket stdin;
  private final ZMQ.Socket iopub;
  private final ZMQ.Socket heartbeat;
  private final Pipe wake;
  private final AtomicBoolean woken = new AtomicBoolean();
  private final Queue<Outgoing> outgoing = new ConcurrentLinkedQueue<>();
  private final BiConsumer<Channel, List<byte[]>> receiver;
  private final Thread thread;
  private volatile boolean closing;

  /// Binds all sockets; nothing is read before {@link #start}.
  ///
  /// @param receiver gets the frames of each message, and of each subscription on IOPUB; must not
  ///   block
  Transport(ConnectionFile file, BiConsumer<Channel, List<byte[]>> receiver) {
    this.receiver = receiver;
    context.setLinger(LINGER_MS);
    shell = bind(SocketType.ROUTER, file, file.shellPort());
    control = bind(SocketType.ROUTER, file, file.controlPort());
    stdin = bind(SocketType.ROUTER, file, file.stdinPort());
    iopub = bind(SocketType.XPUB, file, file.iopubPort());
    heartbeat = bind(SocketType.REP, file, file.heartbeatPort());
    try {
      wake = Pipe.open();
      wake.source().configureBlocking(false);
      // What waits in a channel is closed by an interrupt, and a cell that is stopped may be
      // writing.
      wake.sink().configureBlocking(false);
    } catch (IOException e) {
      throw new ConnectionException("The system gives no more pipes: " + e.getMessage());
    }
    thread = Thread.ofPlatform().name("jupyter-sockets").daemon().unstarted(this::run);
  }

  private ZMQ.Socket bind(SocketType type, ConnectionFile file, int port) {
    var socket = context.createSocket(type);
    // No limit on what waits: a message of many outputs is memory, a message lost is a notebook
    // that hangs.
    socket.setHWM(0);
    try {
      socket.bind(file.address(port));
    } catch (ZMQException e) {
      context.close();
      throw new ConnectionException(
          "The kernel cannot listen on `" + file.address(port) + "`: " + e.getMessage());
    }
    return socket;
  }

  private ZMQ.Socket socket(Channel channel) {
    return switch (channel) {
      case SHELL -> shell;
      case CONTROL -> control;
      case STDIN -> stdin;
      case IOPUB -> iopub;
    };
  }

  void start() {
    thread.start();
  }

  /// Sends from any thread.
  void send(Channel channel, List<byte[]> frames) {
    outgoing.add(new Outgoing(channel, frames));
    wake();
  }

  private void wake() {
    if (woken.compareAndSet(false, true)) {
      try {
        wake.sink().write(ByteBuffer.wrap(new byte[1]));
      } catch (IOException e) {
        Log.failure("waking the sockets", e);
      }
    }
  }

  /// Sends what is queued, then closes; waits for both, at most two seconds.
  void close() {
    closing = true;
    wake();
    try {
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (var poller = context.createPoller(Channel.values().length + 2)) {
      var channels = Channel.values();
      for (var channel : channels) {
        poller.register(socket(channel), ZMQ.Poller.POLLIN);
      }
      int beat = poller.register(heartbeat, ZMQ.Poller.POLLIN);
      int pipe = poller.register((SelectableChannel) wake.source(), ZMQ.Poller.POLLIN);
      while (!closing || !outgoing.isEmpty()) {
        try {
          turn(poller, channels, beat, pipe);
        } catch (Throwable t) { // an OutOfMemoryError that a cell caused may strike here
          Log.failure("sockets", t);
        }
      }
    }
    context.close();
  }

  private void turn(ZMQ.Poller poller, Channel[] channels, int beat, int pipe) throws IOException {
    poller.poll(1_000);
    if (poller.pollin(pipe)) {
      wake.source().read(ByteBuffer.allocate(16));
    }
    woken.set(false);
    for (Outgoing next = outgoing.poll(); next != null; next = outgoing.poll()) {
      send(socket(next.channel()), next.frames());
    }
    for (int i = 0; i < channels.length; i++) {
      if (poller.pollin(i)) {
        receiver.accept(channels[i], receive(socket(channels[i])));
      }
    }
    if (poller.pollin(beat)) {
      send(heartbeat, receive(heartbeat));
    }
  }

  private static void send(ZMQ.Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
    }
  }

  private static List<byte[]> receive(ZMQ.Socket socket) {
    var frames = new ArrayList<byte[]>();
    do {
      frames.add(socket.recv(0));
    } while (socket.hasReceiveMore());
    return frames;
  }
}
