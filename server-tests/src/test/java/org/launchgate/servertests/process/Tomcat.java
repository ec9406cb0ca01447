package org.launchgate.servertests.process;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Tomcat as it comes, but for the port, with the portal at its root.
 *
 * <p>Its access log is left on, as it comes too. That log repeats query strings, so the tokens of
 * launches by link are in it: the design says so and tells operators what to do. It is the one log
 * that {@link #log()} leaves out.
 */
public final class Tomcat extends RunningPortal {
  private static final String ACCESS_LOG = "localhost_access_log";

  private final Path base;

  private Tomcat(JavaProcess process, URI home, Path base) {
    super(process, home);
    this.base = base;
  }

  /** Starts it with these partners, and waits until the portal answers. */
  public static Tomcat start(Path partners) throws Exception {
    return start("tomcat", partners);
  }

  /** Starts it in a folder of that name. */
  public static Tomcat start(String name, Path partners) throws Exception {
    int port = LoopbackPort.free();
    return start(base(name, port), port, partners);
  }

  /** Starts it with variants of the portal, each under the name of its context. */
  public static Tomcat start(String name, Path partners, List<PortalVariant> variants)
      throws Exception {
    int port = LoopbackPort.free();
    Path base = emptyBase(name, port);
    for (PortalVariant variant : variants) {
      variant.writeInto(base.resolve("webapps"));
    }
    return start(base, port, partners, "/" + variants.get(0).context() + "/whoami");
  }

  /** Stops it in order and starts it again, as it was. */
  public Tomcat restarted(Path partners) throws Exception {
    close();
    return start(base, home().getPort(), partners);
  }

  private static Tomcat start(Path base, int port, Path partners) throws Exception {
    return start(base, port, partners, "/whoami");
  }

  private static Tomcat start(Path base, int port, Path partners, String whoami) throws Exception {
    JavaProcess process = JavaProcess.start(base, base.resolve("output.log"), run(base, partners));
    URI home = URI.create("http://127.0.0.1:" + port + "/");
    process.awaitAnswer(home.resolve(whoami), 401);
    return new Tomcat(process, home, base);
  }

  private static Path base(String name, int port) throws IOException {
    Path base = emptyBase(name, port);
    Files.copy(Built.portalWar(), base.resolve("webapps/ROOT.war"));
    return base;
  }

  private static Path emptyBase(String name, int port) throws IOException {
    Path base = WorkFolder.fresh(name);
    for (String folder : List.of("logs", "temp", "webapps", "work")) {
      Files.createDirectory(base.resolve(folder));
    }
    WorkFolder.copy(Built.tomcatHome().resolve("conf"), base.resolve("conf"));
    onLoopback(base.resolve("conf/server.xml"), port);
    return base;
  }

  private static void onLoopback(Path serverXml, int port) throws IOException {
    String stock = Files.readString(serverXml);
    String changed =
        stock
            .replace("<Server port=\"8005\"", "<Server port=\"-1\"")
            .replace(
                "<Connector port=\"8080\"",
                "<Connector address=\"127.0.0.1\" port=\"" + port + "\"");
    Files.writeString(serverXml, changed);
  }

  private static List<String> run(Path base, Path partners) {
    Path bin = Built.tomcatHome().resolve("bin");
    return List.of(
        "-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"),
        "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
        "-Dcatalina.home=" + Built.tomcatHome(),
        "-Dcatalina.base=" + base,
        "-Djava.io.tmpdir=" + base.resolve("temp"),
        "-Dportal.partners=" + partners,
        "-cp",
        bin.resolve("bootstrap.jar") + File.pathSeparator + bin.resolve("tomcat-juli.jar"),
        "org.apache.catalina.startup.Bootstrap",
        "start");
  }

  @Override
  List<Path> logFiles() throws IOException {
    try (Stream<Path> files = Files.list(base.resolve("logs"))) {
      return files.filter(file -> !file.getFileName().toString().startsWith(ACCESS_LOG)).toList();
    }
  }
}
