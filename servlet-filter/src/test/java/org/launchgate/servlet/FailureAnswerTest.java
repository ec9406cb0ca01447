package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a module or mechanism says where something has failed. */
class FailureAnswerTest {
  private final List<String> steps = new ArrayList<>();
  private final Map<String, Object> headers = new TreeMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private boolean committed;

  private HttpServletResponse response() {
    return Stub.of(HttpServletResponse.class)
        .answer("isCommitted", a -> committed)
        .answer("reset", a -> steps.add("reset"))
        .answer("setStatus", a -> steps.add("status " + a[0]))
        .answer("setHeader", a -> headers.put((String) a[0], a[1]))
        .answer("setContentType", a -> headers.put("Content-Type", a[0]))
        .answer("setCharacterEncoding", a -> headers.put("charset", a[0]))
        .answer("setContentLength", a -> headers.put("Content-Length", a[0]))
        .answer("getOutputStream", new Body())
        .answer("flushBuffer", a -> steps.add("flush"))
        .stub();
  }

  private final class Body extends ServletOutputStream {
    @Override
    public void write(int b) {
      body.write(b);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void isSentOffAtOnceInPlaceOfWhatWasBegunAndKeptByNobody() throws IOException {
    LaunchAuthenticator.fail(response());

    assertThat(steps).containsExactly("reset", "status 500", "flush");
    assertThat(headers)
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Referrer-Policy", "no-referrer")
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Content-Type", "text/plain")
        .containsEntry("charset", "UTF-8")
        .containsEntry("Content-Length", body.size());
    assertThat(body.toString(StandardCharsets.UTF_8))
        .isEqualTo("The request could not be answered.\n");
  }

  @Test
  void whatIsSentAlreadyStays() throws IOException {
    committed = true;

    LaunchAuthenticator.fail(response());

    assertThat(steps).isEmpty();
    assertThat(headers).isEmpty();
  }
}
