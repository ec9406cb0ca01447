package org.launchgate.demo;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.scan.StandardJarScanner;

/**
 * The portal's server: an embedded Tomcat on loopback only, with the unpacked WAR three times. At
 * its root it shows one patient at a time; at {@code /desk}, the same application with two
 * init-params more, it shows a patient in each window; at {@code /staff}, with others, its users
 * have accounts of their own.
 */
final class PortalServer implements AutoCloseable {
  private static final String MAX_HEADER_BYTES = "65536";
  private static final String DESK = "/desk";
  private static final String STAFF = StaffRooms.PATH;

  /** What {@code web.xml} would say for it, beside what it says already. */
  private static final Map<String, String> DESK_PARAMS =
      Map.of("windows", "many", "contextRequired", "/");

  private final Tomcat tomcat = new Tomcat();
  private final Connector connector = new Connector();
  private final List<StandardContext> applications;

  /** Prepares the server; nothing is bound yet. */
  PortalServer(int port, PrivateFolder folder) throws IOException {
    tomcat.setBaseDir(folder.folder("tomcat").toString());
    tomcat.setConnector(onLoopback(port));
    tomcat.getHost().getPipeline().addValve(withoutReport());
    Path war = folder.folder("portal");
    PortalArchive.unpackInto(war);
    tomcat.enableNaming();
    this.applications =
        List.of(application("", war), desk(application(DESK, war)), staff(application(STAFF, war)));
  }

  /** Starts, or says in a sentence why not. */
  void start() throws StartFailedException {
    try (StartProblem problem = StartProblem.listen()) {
      tomcat.start();
      if (!applications.stream().allMatch(each -> each.getState().isAvailable())) {
        throw new StartFailedException(sentence(problem.sentence()));
      }
    } catch (LifecycleException e) {
      throw failed(e);
    }
  }

  /** The address to open in a browser. */
  URI home() {
    return URI.create("http://localhost:" + connector.getLocalPort() + "/");
  }

  /** The same portal with a patient in each window. */
  URI desk() {
    return home().resolve(DESK + "/");
  }

  /** The same portal for users with accounts of their own. */
  URI staff() {
    return home().resolve(STAFF + "/");
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  /**
   * What Tomcat refuses before any application sees it, such as an address with a quotation mark,
   * it answers itself: by default with the address, so with the token in it, and a stack trace.
   */
  private static ErrorReportValve withoutReport() {
    ErrorReportValve valve = new ErrorReportValve();
    valve.setShowReport(false);
    valve.setShowServerInfo(false);
    return valve;
  }

  /** Headers may be larger than a token may, so that Launchgate and not Tomcat judges its size. */
  private Connector onLoopback(int port) {
    connector.setPort(port);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxHttpHeaderSize", MAX_HEADER_BYTES);
    connector.setThrowOnFailure(true);
    return connector;
  }

  private StandardContext application(String path, Path war) {
    return withoutLeakSearch((StandardContext) tomcat.addWebapp(path, war.toString()));
  }

  private static StandardContext desk(StandardContext context) {
    return named("Consulting Desk", "DESKSESSIONID", DESK_PARAMS, context);
  }

  private static StandardContext staff(StandardContext context) {
    StaffRooms.furnish(context);
    return named(StaffRooms.NAME, StaffRooms.COOKIE, StaffRooms.PARAMS, context);
  }

  /**
   * Another name, a session of its own, and init-params as soon as its {@code web.xml} was read.
   */
  private static StandardContext named(
      String name, String cookie, Map<String, String> params, StandardContext context) {
    context.setSessionCookieName(cookie);
    context.addParameter("portal.name", name);
    context.addLifecycleListener(
        event -> {
          if (event.getType().equals(Lifecycle.CONFIGURE_START_EVENT)) {
            params.forEach(context.findFilterDef("launchgate")::addInitParameter);
          }
        });
    return context;
  }

  /** The search for leaks at the end needs reflection that newer JVMs complain about. */
  private static StandardContext withoutLeakSearch(StandardContext context) {
    context.setClearReferencesRmiTargets(false);
    context.setClearReferencesThreadLocals(false);
    if (context.getJarScanner() instanceof StandardJarScanner scanner) {
      scanner.setScanClassPath(false);
      scanner.setScanManifest(false);
    }
    return context;
  }

  private static String sentence(Optional<String> problem) {
    return "The portal did not start: " + problem.orElse("Tomcat does not say why");
  }

  private StartFailedException failed(LifecycleException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return StartFailedException.portTaken(DemoSettings.PORTAL_PORT, connector.getPort(), e);
      }
    }
    return new StartFailedException(sentence(Optional.ofNullable(e.getMessage())), e);
  }
}
