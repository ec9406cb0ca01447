package org.launchgate.jwks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/** One {@code GET} over a connection of its own, and what its answer must be. */
final class HttpsKeyFetcher implements KeyFetcher {
  private static final int OK = 200;
  private static final int REDIRECTS_FROM = 300;
  private static final int REDIRECTS_BEFORE = 400;

  /**
   * What servers send for a file of JSON; an absent type too. The rest is mostly HTML: a login
   * page, an error page, a portal of the network in between.
   */
  private static final Set<String> TYPES = Set.of("application/json", "text/json", "text/plain");

  private static final Pattern JSON_SUFFIX = Pattern.compile("application/[a-z0-9.-]+\\+json");

  private final Connector connector;

  HttpsKeyFetcher(Connector connector) {
    this.connector = connector;
  }

  @Override
  public Fetched fetch(KeySetUrl url, FetchSettings settings, AbortableSocket socket)
      throws IOException, FetchFailure {
    try {
      SSLSocket connection = connector.connect(url, settings, socket);
      send(url, connection.getOutputStream());
      return read(new BufferedInputStream(connection.getInputStream()));
    } finally {
      // The plain socket below: nothing is to be said to the server any more.
      socket.abort();
    }
  }

  /** Reads an answer from its first byte. */
  static Fetched read(InputStream in) throws IOException, FetchFailure {
    AnswerHead head = AnswerHead.read(in);
    refuseOtherThanJson(head);
    return new Fetched(KeySetDocument.read(AnswerBody.read(head, in)), CacheLifetime.of(head));
  }

  private static void send(KeySetUrl url, OutputStream out) throws IOException {
    out.write(
        AnswerHead.ascii(
            "GET "
                + url.target()
                + " HTTP/1.1\r\nHost: "
                + url.shown()
                + "\r\nAccept: application/jwk-set+json, application/json\r\n"
                + "User-Agent: Launchgate\r\nConnection: close\r\n\r\n"));
    out.flush();
  }

  private static void refuseOtherThanJson(AnswerHead head) throws FetchFailure {
    int status = head.status();
    if (status >= REDIRECTS_FROM && status < REDIRECTS_BEFORE) {
      throw new FetchFailure("the server answered " + status + "; redirects are not followed");
    }
    if (status != OK) {
      throw new FetchFailure("the server answered " + status);
    }
    AnswerBody.refuseCompression(head);
    String type = head.joined("content-type").replaceFirst(";.*", "").strip();
    String plain = type.toLowerCase(Locale.ROOT);
    if (!plain.isEmpty() && !TYPES.contains(plain) && !JSON_SUFFIX.matcher(plain).matches()) {
      throw new FetchFailure("the answer is " + type + ", not application/json");
    }
  }
}
