package org.launchgate.jwks;

import java.io.IOException;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread end the network traffic of another: a limit on every read would not stop a server
 * that sends a byte now and then. Thread-safe.
 */
final class AbortableSocket {
  private @Nullable Socket socket;
  private boolean aborted;

  /** The socket to close on an abort from now on; fails when the abort has come already. */
  synchronized void use(Socket value) throws FetchFailure {
    if (aborted) {
      close(value);
      throw new FetchFailure("it was ended");
    }
    socket = value;
  }

  /** Makes every use of the socket fail, at once and later. */
  synchronized void abort() {
    aborted = true;
    if (socket != null) {
      close(socket);
    }
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no further use either way.
    }
  }
}
