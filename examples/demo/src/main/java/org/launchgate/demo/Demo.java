package org.launchgate.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.launchgate.demo.simulator.PartnerKeys;
import org.launchgate.demo.simulator.PartnerSimulator;

/** One run of the demo: its folder, its keys and its two servers. */
final class Demo implements AutoCloseable {
  private final DemoSettings settings;
  private final PartnerKeys keys = PartnerKeys.generate();
  private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

  Demo(DemoSettings settings) {
    this.settings = settings;
  }

  /** Starts both servers and answers what to tell the person who started them. */
  synchronized String start() throws StartFailedException, IOException {
    PrivateFolder folder = closedAtTheEnd(PrivateFolder.create());
    PartnerSimulator simulator = closedAtTheEnd(simulator());
    System.setProperty("portal.partners", partners(folder, simulator).toString());
    System.setProperty("portal.partnerUrl", simulator.home().toString());
    PortalServer portal = closedAtTheEnd(new PortalServer(settings.portalPort(), folder));
    portal.start();
    simulator.start(portal.home(), keys, settings.partners().isEmpty());
    return invitation(simulator.home(), portal);
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

  private PartnerSimulator simulator() throws StartFailedException, IOException {
    try {
      return PartnerSimulator.bind(settings.partnerPort());
    } catch (BindException e) {
      throw StartFailedException.portTaken(DemoSettings.PARTNER_PORT, settings.partnerPort(), e);
    }
  }

  private Path partners(PrivateFolder folder, PartnerSimulator simulator) throws IOException {
    return settings.partners().isPresent()
        ? settings.partners().get()
        : DemoPartners.write(folder.folder("partners"), keys, simulator.home());
  }

  private static String invitation(URI simulator, PortalServer portal) {
    return """

        The Launchgate demo is ready. Open in a browser:

          %s   the partner's system: start here, and open a patient
          %s   the portal: where the launch leads
          %s   the same with a patient in each window
          %s   the same for users with accounts of their own

        Stop with Ctrl-C.
        """
        .formatted(simulator, portal.home(), portal.desk(), portal.staff());
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception | LinkageError e) {
      // a class is missing where the jar was built anew meanwhile: the rest is closed all the same
      System.err.println("While stopping: " + e);
    }
  }
}
