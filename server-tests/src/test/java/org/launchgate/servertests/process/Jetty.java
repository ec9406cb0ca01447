package org.launchgate.servertests.process;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Jetty with the modules that a WAR with JSP pages needs, and the portal at its root. */
public final class Jetty extends RunningPortal {
  private static final String MODULES = "server,http,ee10-deploy,ee10-annotations,ee10-jsp";

  private Jetty(JavaProcess process, URI home) {
    super(process, home);
  }

  /** Starts it with these partners, and waits until the portal answers. */
  public static Jetty start(Path partners) throws Exception {
    int port = LoopbackPort.free();
    Path base = base();
    JavaProcess process =
        JavaProcess.start(
            base,
            base.resolve("output.log"),
            List.of(
                "-Dportal.partners=" + partners,
                "-Djava.io.tmpdir=" + Files.createDirectory(base.resolve("temp")),
                "-jar",
                startJar(),
                "jetty.http.host=127.0.0.1",
                "jetty.http.port=" + port));
    URI home = URI.create("http://127.0.0.1:" + port + "/");
    process.awaitAnswer(home.resolve("/whoami"), 401);
    return new Jetty(process, home);
  }

  private static Path base() throws Exception {
    Path base = WorkFolder.fresh("jetty");
    try (JavaProcess setUp =
        JavaProcess.start(
            base,
            base.resolve("set-up.log"),
            List.of("-jar", startJar(), "--add-modules=" + MODULES))) {
      setUp.awaitEnd();
    }
    Files.copy(Built.portalWar(), base.resolve("webapps/ROOT.war"));
    return base;
  }

  private static String startJar() {
    return Built.jettyHome().resolve("start.jar").toString();
  }

  /** All that it logs is in its output; without the module {@code requestlog} it has no other. */
  @Override
  List<Path> logFiles() {
    return List.of();
  }
}
