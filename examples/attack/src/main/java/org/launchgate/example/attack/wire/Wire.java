package org.launchgate.example.attack.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Connections to one server, a new one for each request. Thread-safe. */
public final class Wire {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int READ_MILLIS = 30_000;
  private static final int MOST = 8 * 1024 * 1024;

  private final String host;
  private final int port;
  private final boolean encrypted;
  private final String authority;
  private final AtomicInteger sent = new AtomicInteger();

  /** To the server of an address. */
  public Wire(URI address) {
    this.host = address.getHost();
    this.encrypted = address.getScheme().equalsIgnoreCase("https");
    this.port = address.getPort() >= 0 ? address.getPort() : (encrypted ? 443 : 80);
    this.authority = address.getRawAuthority();
  }

  /** How many requests went out. */
  public int sent() {
    return sent.get();
  }

  /** What stands in {@code Host}. */
  public String authority() {
    return authority;
  }

  /** Whether the connections are TLS. */
  public boolean isEncrypted() {
    return encrypted;
  }

  /**
   * Sends a request and reads until the server closes.
   *
   * @throws IOException when there is no connection, or no end of the answer in time
   */
  public Answer send(Request request) throws IOException {
    return send(request.bytes(authority), false);
  }

  /** Sends a request and closes the sending half, so that a body may end too early. */
  public Answer sendAndEnd(Request request) throws IOException {
    return send(request.bytes(authority), true);
  }

  /** Sends bytes that may be a request, or two, and closes the sending half. */
  public Answer sendBytes(byte[] bytes) throws IOException {
    return send(bytes, true);
  }

  private Answer send(byte[] bytes, boolean end) throws IOException {
    sent.incrementAndGet();
    try (Socket socket = connect()) {
      write(socket, bytes, end);
      return AnswerReader.read(read(socket));
    }
  }

  private Socket connect() throws IOException {
    Socket socket = encrypted ? SSLSocketFactory.getDefault().createSocket() : new Socket();
    socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
    socket.setSoTimeout(READ_MILLIS);
    socket.setTcpNoDelay(true);
    return socket instanceof SSLSocket tls ? handshaken(tls) : socket;
  }

  private static SSLSocket handshaken(SSLSocket socket) throws IOException {
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  // A server that has seen enough answers and closes while we still write: the answer counts.
  private static void write(Socket socket, byte[] bytes, boolean end) throws IOException {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
      if (end) {
        socket.shutdownOutput();
      }
    } catch (SocketException e) {
      // closed already
    }
  }

  private static byte[] read(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    try {
      InputStream in = socket.getInputStream();
      for (int n = in.read(some); n >= 0 && all.size() < MOST; n = in.read(some)) {
        all.write(some, 0, n);
      }
    } catch (SocketTimeoutException e) {
      throw new IOException("no end of the answer within " + READ_MILLIS / 1000 + " s", e);
    } catch (SocketException e) {
      // reset after the answer
    }
    return all.toByteArray();
  }
}
