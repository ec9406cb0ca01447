package org.launchgate.demo.ward;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;

/** One run of the demo: its folder, its key and its two servers. */
final class WardDemo implements AutoCloseable {
  private final DemoSettings settings;
  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

  WardDemo(DemoSettings settings) {
    this.settings = settings;
  }

  /** Starts both servers and answers what to tell the person who started them. */
  synchronized String start() throws StartFailedException, IOException {
    HospitalSystem hospital = closedAtTheEnd(hospital());
    TokenSigner signer = TokenSigner.generate();
    System.setProperty("ward.hospital.key", signer.publicKeyPem());
    System.setProperty("ward.hospital.url", hospital.home().toString());
    PrivateFolder folder = closedAtTheEnd(PrivateFolder.create());
    WardServer server = closedAtTheEnd(new WardServer(settings.portalPort(), folder));
    server.start();
    hospital.start(server.home(), new HospitalTokens(signer));
    return invitation(hospital.home(), server.home());
  }

  /** Stops what was started, last first, and removes the folder. */
  @Override
  public synchronized void close() {
    while (!toClose.isEmpty()) {
      close(toClose.pop());
    }
  }

  private <T extends AutoCloseable> T closedAtTheEnd(T part) {
    toClose.push(part);
    return part;
  }

  private HospitalSystem hospital() throws StartFailedException, IOException {
    try {
      return HospitalSystem.bind(settings.partnerPort());
    } catch (BindException e) {
      throw StartFailedException.portTaken(DemoSettings.PARTNER_PORT, settings.partnerPort(), e);
    }
  }

  private static String invitation(URI hospital, URI ward) {
    return """

        The Launchgate demo on Jakarta EE is ready. Open in a browser:

          %s   the partner's system: start here, and open a patient
          %s   the portal: where the launch leads, on GlassFish

        Stop with Ctrl-C.
        """
        .formatted(hospital, ward);
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception | LinkageError e) {
      System.err.println("While stopping: " + e);
    }
  }
}
