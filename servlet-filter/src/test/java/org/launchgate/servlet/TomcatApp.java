package org.launchgate.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;
import org.apache.jasper.servlet.JasperInitializer;
import org.apache.jasper.servlet.JspServlet;
import org.apache.tomcat.util.descriptor.web.ContextResource;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.launchgate.TestPartner;

/** A web application of one test on a real Tomcat, under {@code /app}, with the filter in front. */
final class TomcatApp implements AutoCloseable {

  /** A page of the application. */
  @FunctionalInterface
  interface Page {
    void serve(HttpServletRequest request, HttpServletResponse response) throws Exception;
  }

  private final Tomcat tomcat = new Tomcat();
  private final Path base;
  private final Path docBase;
  private final Context context;
  private final Map<String, String> params = new LinkedHashMap<>();
  private Clock clock = Clock.systemUTC();
  private int servlets;
  private boolean mapped;
  private Path temporary;

  TomcatApp() {
    this(newFolder());
  }

  private TomcatApp(Path folder) {
    try {
      base = folder;
      docBase = Files.createDirectories(base.resolve("app"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tomcat.setBaseDir(base.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    context = tomcat.addContext("/app", docBase.toString());
    context.addServletContainerInitializer(new JasperInitializer(), null);
    addServlet("/", new DefaultServlet());
    addServlet("*.jsp", new JspServlet());
    file("WEB-INF/partners.json", TestPartner.partnersFile());
    params.put("partners", "/WEB-INF/partners.json");
    params.put("allowedHosts", "127.0.0.1:*");
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("launchgate-tomcat");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The same application in another server on the same folders, not started yet. Unless this one is
   * {@link #stop stopped}, it is as if it had been killed: nothing of it ends in order.
   */
  TomcatApp next() {
    return new TomcatApp(base).clock(clock);
  }

  /** Has the server keep sessions across an orderly restart. */
  TomcatApp keepingSessions() {
    StandardManager sessions = new StandardManager();
    sessions.setPathname("SESSIONS.ser");
    context.setManager(sessions);
    return this;
  }

  /** Stops in order, and keeps the folders. */
  TomcatApp stop() {
    try {
      tomcat.stop();
      return this;
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What Launchgate has in the folder that the container keeps for the application. */
  List<Path> handedOn() {
    try (var files = Files.list(temporary)) {
      return files.filter(each -> each.getFileName().toString().startsWith("launchgate")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Context context() {
    return context;
  }

  /** The clock of the launch filters that are mapped from now on. */
  TomcatApp clock(Clock value) {
    clock = value;
    return this;
  }

  TomcatApp param(String name, String value) {
    params.put(name, value);
    return this;
  }

  TomcatApp without(String param) {
    params.remove(param);
    return this;
  }

  TomcatApp file(String path, String text) {
    try {
      Path file = docBase.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps an H2 database under {@code java:comp/env/} and this name, as a server's set-up does. */
  TomcatApp database(String name, String url) {
    tomcat.enableNaming();
    ContextResource resource = new ContextResource();
    resource.setName(name);
    resource.setType("org.h2.jdbcx.JdbcDataSource");
    resource.setProperty("factory", "org.h2.jdbcx.JdbcDataSourceFactory");
    resource.setProperty("url", url);
    List.of("user", "password", "description").forEach(other -> resource.setProperty(other, ""));
    resource.setProperty("loginTimeout", "2");
    context.getNamingResources().addResource(resource);
    return this;
  }

  TomcatApp page(String pattern, Page page) {
    addServlet(
        pattern,
        new HttpServlet() {
          @Override
          protected void service(HttpServletRequest request, HttpServletResponse response)
              throws IOException {
            try {
              page.serve(request, response);
            } catch (IOException | RuntimeException e) {
              throw e;
            } catch (Exception e) {
              throw new IllegalStateException(e);
            }
          }
        });
    return this;
  }

  private void addServlet(String pattern, HttpServlet servlet) {
    String name = "servlet" + servlets++;
    Wrapper wrapper = Tomcat.addServlet(context, name, servlet);
    wrapper.setAsyncSupported(true);
    context.addServletMappingDecoded(pattern, name);
  }

  /** Adds a filter of the application; before the launch filter unless that is mapped already. */
  TomcatApp filter(Filter filter) {
    return add(filter, Map.of(), DispatcherType.REQUEST);
  }

  /** Maps the launch filter here, in front of every filter that is added later. */
  TomcatApp launchFilter(DispatcherType... types) {
    mapped = true;
    return add(new LaunchFilter(clock), params, types);
  }

  /** Maps one more launch filter, with these params instead of the others. */
  TomcatApp launchFilter(Map<String, String> values) {
    return add(new LaunchFilter(clock), values, DispatcherType.REQUEST);
  }

  private TomcatApp add(Filter filter, Map<String, String> values, DispatcherType... types) {
    FilterDef definition = new FilterDef();
    definition.setFilterName("filter" + context.findFilterDefs().length);
    definition.setFilter(filter);
    definition.setFilterClass(filter.getClass().getName());
    definition.setAsyncSupported("true");
    values.forEach(definition::addInitParameter);
    context.addFilterDef(definition);
    FilterMap map = new FilterMap();
    map.setFilterName(definition.getFilterName());
    map.addURLPattern("/*");
    Arrays.stream(types).map(DispatcherType::name).forEach(map::setDispatcher);
    context.addFilterMap(map);
    return this;
  }

  /** Starts; maps the launch filter as the documentation says, unless the test did already. */
  TomcatApp start() {
    if (!mapped) {
      launchFilter(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
    }
    try {
      tomcat.start();
      // null where the application did not start
      Object folder = context.getServletContext().getAttribute(ServletContext.TEMPDIR);
      temporary = folder == null ? null : ((File) folder).toPath();
      return this;
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Adds a connector whose requests count as https, as behind a proxy that ends TLS. */
  Connector secureConnector() {
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setSecure(true);
    connector.setScheme("https");
    tomcat.getService().addConnector(connector);
    return connector;
  }

  Browser browser() {
    return browser(tomcat.getConnector());
  }

  Browser browser(Connector connector) {
    return new Browser("http://127.0.0.1:" + connector.getLocalPort() + "/app");
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
      if (Files.exists(base)) {
        try (var files = Files.walk(base)) {
          files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
      }
    } catch (LifecycleException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
