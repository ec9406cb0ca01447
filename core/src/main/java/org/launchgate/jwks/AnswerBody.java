package org.launchgate.jwks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the body of an HTTP/1.1 answer (RFC 9112 sections 6 and 7) up to a limit that holds however
 * the body is sent: with its length, in chunks, or up to the end of the connection.
 */
final class AnswerBody {
  static final int MAX_BYTES = 512 * 1024;

  private static final int MAX_CHUNK_LINE = 256;
  private static final int HEX = 16;
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
  private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,7})[ \\t]*(;.*)?");

  private AnswerBody() {}

  /** The whole body. */
  static byte[] read(AnswerHead head, InputStream in) throws IOException, FetchFailure {
    List<String> codings = head.all("transfer-encoding");
    List<String> lengths = head.all("content-length").stream().distinct().toList();
    if (!codings.isEmpty()) {
      boolean chunked = codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked");
      if (!chunked || !lengths.isEmpty()) {
        throw new FetchFailure("the answer does not say clearly how long it is");
      }
      return chunks(in);
    }
    return lengths.isEmpty() ? toTheEnd(in) : ofLength(lengths, in);
  }

  /** Neither asked for nor understood: a small answer could unpack to a huge one. */
  static void refuseCompression(AnswerHead head) throws FetchFailure {
    String coding = head.joined("content-encoding").toLowerCase(Locale.ROOT);
    if (!coding.isEmpty() && !coding.equals("identity")) {
      throw new FetchFailure("the answer is encoded (" + coding + "), which was not asked for");
    }
  }

  private static byte[] ofLength(List<String> lengths, InputStream in)
      throws IOException, FetchFailure {
    if (lengths.size() > 1 || !LENGTH.matcher(lengths.get(0)).matches()) {
      throw new FetchFailure("the answer does not say clearly how long it is");
    }
    long length = Long.parseLong(lengths.get(0));
    if (length > MAX_BYTES) {
      throw tooLarge();
    }
    return exactly((int) length, in);
  }

  private static byte[] exactly(int length, InputStream in) throws IOException, FetchFailure {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new FetchFailure("the answer ended early");
    }
    return bytes;
  }

  private static byte[] toTheEnd(InputStream in) throws IOException, FetchFailure {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw tooLarge();
    }
    return bytes;
  }

  private static byte[] chunks(InputStream in) throws IOException, FetchFailure {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
      if (size > MAX_BYTES - body.size()) {
        throw tooLarge();
      }
      body.write(exactly(size, in));
      if (!AnswerHead.line(in, MAX_CHUNK_LINE).isEmpty()) {
        throw new FetchFailure("the answer has a malformed chunk");
      }
    }
    // What may follow are trailer fields, which say nothing to us; the connection ends here.
    return body.toByteArray();
  }

  private static int chunkSize(InputStream in) throws IOException, FetchFailure {
    Matcher chunk = CHUNK.matcher(AnswerHead.line(in, MAX_CHUNK_LINE));
    if (!chunk.matches()) {
      throw new FetchFailure("the answer has a malformed chunk");
    }
    return Integer.parseInt(chunk.group(1), HEX);
  }

  private static FetchFailure tooLarge() {
    return new FetchFailure("the answer is larger than " + MAX_BYTES / 1024 + " KiB");
  }
}
