package org.launchgate.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 answers as they stand on the wire. */
class AnswerTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private static String body(String wire) throws IOException, FetchFailure {
    InputStream in = new ByteArrayInputStream(wire.getBytes(StandardCharsets.ISO_8859_1));
    AnswerHead head = AnswerHead.read(in);
    return new String(AnswerBody.read(head, in), StandardCharsets.ISO_8859_1);
  }

  private static void fails(String wire, String reason) {
    assertThatThrownBy(() -> body(wire)).isInstanceOf(FetchFailure.class).hasMessage(reason);
  }

  @Test
  void fieldsAreReadByNameInAnyCaseAndTrimmed() throws Exception {
    String wire = "HTTP/1.0 404\nX-a: 1\r\nx-A:\t2 \r\n\r\n";
    AnswerHead head = AnswerHead.read(new ByteArrayInputStream(AnswerHead.ascii(wire)));

    assertThat(head.status()).isEqualTo(404);
    assertThat(head.joined("x-a")).isEqualTo("1, 2");
    assertThat(head.joined("x-b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\n\r\nhello and more",
        "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello and more",
        "\r\nhello",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "Transfer-Encoding: Chunked\r\n\r\n2;x=y\r\nhe\r\n003\r\nllo\r\n0\r\nTrailer: x\r\n\r\n"
      })
  void bodyIsReadHoweverItIsSent(String wire) throws Exception {
    assertThat(body(OK + wire)).isEqualTo("hello");
  }

  @Test
  void interimAnswersArePassedOverUpToAFew() throws Exception {
    String interim = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";

    assertThat(body(interim.repeat(4) + OK + "\r\nhello")).isEqualTo("hello");
    fails(interim.repeat(5) + OK + "\r\nhello", "the answer does not begin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
        "Content-Length: -5\r\n\r\nhello",
        "Content-Length: 5, 5\r\n\r\nhello",
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "Transfer-Encoding: gzip, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
        "Transfer-Encoding: identity\r\n\r\nhello"
      })
  void lengthThatIsNotClearFails(String wire) {
    fails(OK + wire, "the answer does not say clearly how long it is");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\r\n", "\r\n", "-1\r\n", "5\r\nhelloX\r\n0\r\n\r\n", "fffffffff\r\n"})
  void malformedChunkFails(String chunks) {
    fails(OK + "Transfer-Encoding: chunked\r\n\r\n" + chunks, "the answer has a malformed chunk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200",
        "Content-Length: 6\r\n\r\nhello",
        "Transfer-Encoding: chunked\r\n\r\n6\r\nhello",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
      })
  void answerThatEndsEarlyFails(String wire) {
    fails(wire.isEmpty() || wire.startsWith("HTTP") ? wire : OK + wire, "the answer ended early");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/2 200\r\n\r\n", "SSH-2.0\r\n\r\n", "HTTP/1.1 999 x\r\n\r\n"})
  void otherProtocolFails(String wire) {
    fails(wire, "the answer is no HTTP/1.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no colon", "a: 1\r\n folded", "a : 1", ": 1", "a: b\rc"})
  void malformedFieldFails(String field) {
    fails(OK + field + "\r\n\r\n", "the answer has a malformed header field");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\t", "x "})
  void fieldOfBlanksBeforeAnOddByteIsReadAtOnce(String filling) {
    String field = "x-a: " + filling.repeat(15_000 / filling.length()) + "\u0085";
    byte[] wire = (OK + field + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> AnswerHead.read(new ByteArrayInputStream(wire)));
  }

  @Test
  void headWithoutEndFailsAtItsLimit() {
    fails(OK + "a: " + "b".repeat(16 * 1024), "the head of the answer is too large");
    fails(OK + "a: b\r\n".repeat(4_000), "the head of the answer is too large");
  }

  @ParameterizedTest
  @CsvSource({"524288, true", "524289, false"})
  void limitOfTheBodyIsExactHoweverItIsSent(int size, boolean fits) throws Exception {
    String body = "x".repeat(size);
    String half = "x".repeat(size / 2);
    String rest = body.substring(half.length());
    for (String wire :
        new String[] {
          OK + "Content-Length: " + size + "\r\n\r\n" + body,
          OK + "\r\n" + body,
          OK
              + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n"
                  .formatted(half.length(), half, rest.length(), rest)
        }) {
      if (fits) {
        assertThat(body(wire)).hasSize(size);
      } else {
        fails(wire, "the answer is larger than 512 KiB");
      }
    }
  }

  @Test
  void lengthBeyondTheLimitFailsBeforeTheBodyIsRead() {
    fails(OK + "Content-Length: 999999999999999999\r\n\r\n", "the answer is larger than 512 KiB");
  }
}
