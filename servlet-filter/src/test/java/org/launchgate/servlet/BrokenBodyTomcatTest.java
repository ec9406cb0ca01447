package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LogCapture;

/** Bodies that the container itself cannot read: never a 500, and never a launch. */
class BrokenBodyTomcatTest {
  private TomcatApp app;

  @BeforeEach
  void startWithPagesOfItsOwn() {
    app =
        new TomcatApp()
            .param("errorPage", "/denied")
            .page("/denied", (request, response) -> response.getWriter().print("denied"))
            .page("/oops", (request, response) -> response.getWriter().print("oops"));
    ErrorPage forAll = new ErrorPage();
    forAll.setLocation("/oops");
    app.context().addErrorPage(forAll);
    app.start();
  }

  @AfterEach
  void stop() {
    app.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\n", "-1\r\n", "5\r\ntoken=\r\n0\r\n\r\n", "\r\n\r\n"})
  void malformedChunksAreTheClientsFault(String chunks) throws IOException {
    try (LogCapture log = new LogCapture()) {
      String answer = send(chunks);
      assertThat(answer).startsWith("HTTP/1.1 4").contains("no-store");
      assertThat(log.all()).doesNotContain("IllegalStateException");
    }
  }

  private String send(String chunks) throws IOException {
    URI address = URI.create(app.browser().address());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      String request =
          """
          POST %s/launch HTTP/1.1
          Host: localhost
          Connection: close
          Content-Type: application/x-www-form-urlencoded
          Transfer-Encoding: chunked

          """
              .formatted(address.getPath())
              .replace("\n", "\r\n");
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((request + chunks).getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
