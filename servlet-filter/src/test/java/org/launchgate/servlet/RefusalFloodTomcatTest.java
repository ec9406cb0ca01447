package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.PrivateKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;

/** What a flood of refusals leaves in the log. */
class RefusalFloodTomcatTest {
  private static final String SUMMARY = "WARNING launches without a line of their own ";
  private static final PrivateKey WRONG = TestPartner.rsa(2048).getPrivate();

  private static String reference(String body) {
    return body.replaceAll("(?s).*<code>(\\w{10})</code>.*", "$1");
  }

  @Test
  void ofTokensThatAnybodyCanSendIsTenLinesAndACountWithItsReferences() {
    try (LogCapture log = new LogCapture()) {
      List<String> references;
      try (TomcatApp app = new TomcatApp().start()) {
        Browser browser = app.browser();
        references =
            Stream.generate(() -> Launches.zorgdomein().signedBy(WRONG).token())
                .limit(100)
                .map(token -> reference(browser.launch(token).body()))
                .toList();
      }
      assertThat(log.lines("WARNING launch refused")).hasSize(10);
      assertThat(log.lines(SUMMARY))
          .singleElement()
          .asString()
          .startsWith(
              SUMMARY
                  + "reason=signature_invalid count=90 refs="
                  + references.get(10)
                  + ".."
                  + references.get(99)
                  + " since=");
      assertThat(references).isSorted();
    }
  }

  @Test
  void ofTokensThatThePartnerSignedHasALineForEach() {
    try (TomcatApp app = new TomcatApp().start();
        LogCapture log = new LogCapture()) {
      Browser browser = app.browser();
      for (int i = 0; i < 30; i++) {
        browser.launch(Launches.zorgdomein().without("user-id.value").token());
      }
      assertThat(log.lines("WARNING launch refused")).hasSize(30);
      assertThat(log.lines(SUMMARY)).isEmpty();
    }
  }
}
