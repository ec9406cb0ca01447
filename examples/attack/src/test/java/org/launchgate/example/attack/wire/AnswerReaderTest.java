package org.launchgate.example.attack.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerReaderTest {
  private static Answer read(String bytes) {
    return AnswerReader.read(bytes.getBytes(UTF_8));
  }

  @Test
  void bodyOfALengthEndsThereAndTheRestIsKept() {
    Answer answer = read("HTTP/1.1 403 \r\nContent-Length: 2\r\n\r\nnoHTTP/1.1 200 OK\r\n\r\n");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).isEqualTo("no");
    assertThat(answer.rest()).startsWith("HTTP/1.1 200");
  }

  @Test
  void chunksAreJoined() {
    Answer answer =
        read(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=1\r\nde\r\n0\r\n\r\n");

    assertThat(answer.text()).isEqualTo("abcde");
    assertThat(answer.rest()).isEmpty();
  }

  @Test
  void bodyWithoutALengthIsAllThatIsLeft() {
    assertThat(read("HTTP/1.1 200 OK\r\n\r\nBj\u00f8rn").text()).isEqualTo("Bj\u00f8rn");
  }

  @Test
  void interimAnswerIsPassedOver() {
    Answer answer = read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 303 \r\nLocation: /\r\n\r\n");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.value("location")).contains("/");
  }

  @Test
  void bodyThatIsCutOffIsWhatThereIs() {
    assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab").text()).isEqualTo("ab");
    assertThat(read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nab").text())
        .isEqualTo("ab");
  }

  @Test
  void noAnswerHasTheStatusZero() {
    assertThat(read("").status()).isZero();
    assertThat(read("no HTTP at all").status()).isZero();
  }
}
