package org.launchgate.demo.ward;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** What the demo says before it starts a server. */
class WardDemoTest {
  @Test
  void portOfThePortalThatIsInUseIsSaidInOneSentence() throws Exception {
    try (ServerSocket taken = taken();
        WardDemo demo = new WardDemo(new DemoSettings(taken.getLocalPort(), 0, false))) {
      assertTaken(demo, taken, "demo.portal.port");
    }
  }

  @Test
  void portOfThePartnerThatIsInUseIsSaidInOneSentence() throws Exception {
    try (ServerSocket taken = taken();
        WardDemo demo = new WardDemo(new DemoSettings(0, taken.getLocalPort(), false))) {
      assertTaken(demo, taken, "demo.partner.port");
    }
  }

  private static ServerSocket taken() throws Exception {
    return new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }

  private static void assertTaken(WardDemo demo, ServerSocket taken, String property) {
    assertThatThrownBy(demo::start)
        .isInstanceOf(StartFailedException.class)
        .hasMessage(
            "Port "
                + taken.getLocalPort()
                + " is in use by another program; choose a free one with -D"
                + property
                + "=<port> (0 picks any).");
  }
}
