package org.segql.kernel.jupyter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// Where a kernel shall listen, as Jupyter writes it down for the kernel that it starts.
public record ConnectionFile(
    String ip,
    int shellPort,
    int controlPort,
    int stdinPort,
    int iopubPort,
    int heartbeatPort,
    String signatureScheme,
    String key) {

  /// @throws ConnectionException where the file cannot be read, is none, or asks for a transport
  ///   other than TCP
  public static ConnectionFile read(Path path) {
    ObjectNode json;
    try {
      json = Json.parse(Files.readAllBytes(path));
    } catch (IOException | JacksonException e) {
      throw new ConnectionException(
          "The connection file `" + path + "` cannot be read: " + e.getMessage());
    }
    String transport = json.path("transport").asString("tcp");
    if (!transport.equals("tcp")) {
      throw new ConnectionException(
          "This kernel talks over TCP alone, and the connection file asks for `"
              + transport
              + "`: start Jupyter with `transport = \"tcp\"` (its default).");
    }
    return new ConnectionFile(
        json.path("ip").asString("127.0.0.1"),
        port(json, "shell_port"),
        port(json, "control_port"),
        port(json, "stdin_port"),
        port(json, "iopub_port"),
        port(json, "hb_port"),
        json.path("signature_scheme").asString("hmac-sha256"),
        json.path("key").asString(""));
  }

  private static int port(ObjectNode json, String name) {
    int port = json.path(name).asInt(0);
    if (port < 1 || port > 65_535) {
      throw new ConnectionException("The connection file has no usable `" + name + "`.");
    }
    return port;
  }

  String address(int port) {
    return "tcp://" + ip + ":" + port;
  }
}
