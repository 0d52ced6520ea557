package org.segql.kernel.jupyter;

/// The sockets that messages go through; the heartbeat carries none.
enum Channel {
  SHELL,
  CONTROL,
  STDIN,
  IOPUB
}
