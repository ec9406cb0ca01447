package org.launchgate.jaspic;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;
import org.launchgate.TestPartner;
import org.launchgate.servlet.LaunchFilter;

/**
 * A web application of one test on a real Tomcat, under {@code /app}, with the module and, where
 * the test says so, the filter in front.
 */
final class ModuleApp implements AutoCloseable {

  /** A page of the application. */
  @FunctionalInterface
  interface Page {
    void serve(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  private final Tomcat tomcat = new Tomcat();
  private final Path base;
  private final Path docBase;
  private final Context context;
  private final Map<String, String> params = new LinkedHashMap<>();
  private int servlets;
  private boolean listening = true;

  ModuleApp() {
    try {
      base = Files.createTempDirectory("launchgate-module");
      docBase = Files.createDirectories(base.resolve("app"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tomcat.setBaseDir(base.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    context = tomcat.addContext("/app", docBase.toString());
    file("WEB-INF/partners.json", TestPartner.partnersFile());
    param("partners", "/WEB-INF/partners.json");
    param("allowedHosts", "127.0.0.1:*");
    param("logoutPath", "/logout");
  }

  Context context() {
    return context;
  }

  Tomcat tomcat() {
    return tomcat;
  }

  ModuleApp param(String name, String value) {
    params.put(name, value);
    return this;
  }

  ModuleApp file(String path, String text) {
    try {
      Path file = docBase.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has the application bring a folder of classes, or a jar, along. */
  ModuleApp bring(Path place) {
    boolean classes = Files.isDirectory(place);
    Path target =
        docBase.resolve(classes ? "WEB-INF/classes" : "WEB-INF/lib/" + place.getFileName());
    try (var files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = classes ? target.resolve(place.relativize(file)) : target;
        Files.createDirectories(to.getParent());
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The application does not name the listener. */
  ModuleApp withoutModule() {
    listening = false;
    return this;
  }

  ModuleApp page(String pattern, Page page) {
    String name = "servlet" + servlets++;
    Wrapper wrapper =
        Tomcat.addServlet(
            context,
            name,
            new HttpServlet() {
              @Override
              protected void service(HttpServletRequest request, HttpServletResponse response)
                  throws IOException, ServletException {
                page.serve(request, response);
              }
            });
    wrapper.setAsyncSupported(true);
    context.addServletMappingDecoded(pattern, name);
    return this;
  }

  /** Maps the launch filter as the documentation says. */
  ModuleApp launchFilter() {
    return filter(
        new LaunchFilter(), DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
  }

  ModuleApp filter(Filter filter, DispatcherType... types) {
    FilterDef definition = new FilterDef();
    definition.setFilterName("filter" + context.findFilterDefs().length);
    definition.setFilter(filter);
    definition.setFilterClass(filter.getClass().getName());
    definition.setAsyncSupported("true");
    context.addFilterDef(definition);
    FilterMap map = new FilterMap();
    map.setFilterName(definition.getFilterName());
    map.addURLPattern("/*");
    Arrays.stream(types).map(DispatcherType::name).forEach(map::setDispatcher);
    context.addFilterMap(map);
    return this;
  }

  /** Lets only who has the role see what is there, as a {@code <security-constraint>}. */
  ModuleApp secure(String pattern, String role) {
    SecurityCollection pages = new SecurityCollection();
    pages.addPatternDecoded(pattern);
    SecurityConstraint constraint = new SecurityConstraint();
    constraint.addCollection(pages);
    constraint.addAuthRole(role);
    context.addConstraint(constraint);
    context.addSecurityRole(role);
    return this;
  }

  /** Somebody whom the container knows, with {@code secret-of-} and the name as a password. */
  ModuleApp user(String name, String role) {
    tomcat.addUser(name, "secret-of-" + name);
    tomcat.addRole(name, role);
    return this;
  }

  ModuleApp start() {
    params.forEach((name, value) -> context.addParameter("launchgate." + name, value));
    if (listening) {
      context.addApplicationListener(LaunchAuthenticationListener.class.getName());
    }
    try {
      tomcat.start();
      return this;
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  Visitor visitor() {
    return new Visitor("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/app");
  }

  @Override
  public void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
      try (var files = Files.walk(base)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    } catch (LifecycleException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
