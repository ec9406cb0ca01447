package org.launchgate.servertests.process;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Jetty with the modules that a WAR with JSP pages needs, and the portal at its root. */
public final class Jetty extends RunningPortal {
  private static final String MODULES = "server,http,ee10-deploy,ee10-annotations,ee10-jsp";

  private static final String KEPT_DIRECTORY =
      """
      <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
      <Configure class="org.eclipse.jetty.ee10.webapp.WebAppContext">
        <Set name="contextPath">/</Set>
        <Set name="war"><Property name="jetty.base"/>/webapps/ROOT.war</Set>
        <Set name="tempDirectory"><Property name="jetty.base"/>/kept/ROOT</Set>
        <Set name="tempDirectoryPersistent">true</Set>
      </Configure>
      """;

  private final Path base;

  private Jetty(JavaProcess process, URI home, Path base) {
    super(process, home);
    this.base = base;
  }

  /** Starts it with these partners, and waits until the portal answers. */
  public static Jetty start(Path partners) throws Exception {
    return start(base("jetty"), LoopbackPort.free(), partners);
  }

  /** Starts it in a folder of that name. */
  public static Jetty start(String name, Path partners) throws Exception {
    return start(base(name), LoopbackPort.free(), partners);
  }

  /** The same, told to keep the portal's temporary directory, as our documentation says. */
  public static Jetty startWithKeptDirectory(String name, Path partners) throws Exception {
    Path base = base(name);
    Files.writeString(base.resolve("webapps/ROOT.xml"), KEPT_DIRECTORY);
    return start(base, LoopbackPort.free(), partners);
  }

  /** Stops it in order and starts it again, as it was. */
  public Jetty restarted(Path partners) throws Exception {
    close();
    return start(base, home().getPort(), partners);
  }

  private static Jetty start(Path base, int port, Path partners) throws Exception {
    JavaProcess process =
        JavaProcess.start(
            base,
            base.resolve("output.log"),
            List.of(
                "-Dportal.partners=" + partners,
                "-Djava.io.tmpdir=" + Files.createDirectories(base.resolve("temp")),
                "-jar",
                startJar(),
                "jetty.http.host=127.0.0.1",
                "jetty.http.port=" + port));
    URI home = URI.create("http://127.0.0.1:" + port + "/");
    process.awaitAnswer(home.resolve("/whoami"), 401);
    return new Jetty(process, home, base);
  }

  private static Path base(String name) throws Exception {
    Path base = WorkFolder.fresh(name);
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
