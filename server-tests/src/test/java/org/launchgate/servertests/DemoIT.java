package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.launchgate.servertests.process.Demo;
import org.launchgate.servertests.process.RunningPortal;

/** The demo with a partners file that it is given: the design's table, row by row. */
class DemoIT extends PortalFixture
    implements LaunchContract, SessionContract, RequestContract, TicketContract, WindowContract {
  @Override
  RunningPortal start(Path partners) throws Exception {
    return Demo.start("demo", partners);
  }

  /** Its console is for somebody who tries it out. */
  @Override
  boolean showsAudit() {
    return false;
  }

  @Test
  void localhostAndItsAddressAreBothTheDemosHost() throws Exception {
    int port = portal().home().getPort();
    for (String host : new String[] {"localhost", "127.0.0.1"}) {
      Visitor visitor = new Visitor(URI.create("http://" + host + ":" + port + "/"));

      assertThat(visitor.launchByLink(launches().token(Launches.zorgdomein())).statusCode())
          .isEqualTo(303);
      assertThat(visitor.get("/whoami").statusCode()).isEqualTo(200);
    }
  }

  /** The demo's server lets longer addresses through than most, so that Launchgate answers. */
  @Test
  void linkLongerThanAnyTokenIs413() throws Exception {
    String token = launches().token(Launches.zorgdomein().claim("padding", "x".repeat(14_000)));

    HttpResponse<String> response = visitor().launchByLink(token);

    assertThat(response.statusCode()).isEqualTo(413);
    assertTellsNothing(response);
  }

  @Test
  void simulatorSaysThatThePortalHasOtherPartners() throws Exception {
    Visitor visitor = new Visitor(((Demo) portal()).simulator());

    assertThat(visitor.get("/").body()).contains("The portal uses another partners file");
  }
}
