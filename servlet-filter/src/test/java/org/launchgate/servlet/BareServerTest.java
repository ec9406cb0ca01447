package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.TestPartner;

/** The filter needs no Jakarta Security, no Jakarta Authentication and no CDI. */
class BareServerTest {
  private static final String FILTER = "org.launchgate.servlet.LaunchFilter";

  /** What a bare Tomcat has, too, and an application must do without. */
  private static final String AUTHENTICATION =
      "jakarta.security.auth.message.config.AuthConfigFactory";

  private final BareLoader loader = new BareLoader();
  @TempDir private Path folder;
  private Map<String, String> params;

  /** Says who is there; the server's, and so knows nothing of Launchgate's classes. */
  private static final class WhoAmI extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response
          .getWriter()
          .print(request.getRemoteUser() + " " + request.isUserInRole("practitioner"));
    }
  }

  @BeforeEach
  void configure() throws IOException {
    Path partners = Files.writeString(folder.resolve("partners.json"), TestPartner.partnersFile());
    params =
        Map.of(
            "partners", partners.toString(),
            "allowedHosts", "127.0.0.1:*",
            "logoutPath", "/logout");
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  private void launchInAndOut(String base, ClassLoader filters) {
    assertThat(filters).isSameAs(loader);
    Browser browser = new Browser(base);
    assertThat(browser.get("/").body()).isEqualTo("null false");

    assertThat(browser.launch(Launches.patient("p1").token()).statusCode()).isEqualTo(303);
    assertThat(browser.get("/").body()).isEqualTo("demo-xis|agb-z|01029999 true");
    assertThat(browser.postOnly("/logout", "").statusCode()).isEqualTo(200);
    assertThat(browser.get("/").body()).isEqualTo("null false");
    assertThat(
            browser
                .post("/launch", "token=" + Browser.encoded(Launches.patient("p2").token()))
                .statusCode())
        .isEqualTo(303);
    assertThat(browser.get("/").body()).isEqualTo("demo-xis|agb-z|01029999 true");

    assertThat(loader.missed).noneMatch(name -> name.startsWith("jakarta."));
  }

  @Test
  void tomcatLaunchesInAndOut() throws Exception {
    Tomcat tomcat = new Tomcat();
    try {
      tomcat.setBaseDir(folder.toString());
      tomcat.setPort(0);
      tomcat.getConnector().setProperty("address", "127.0.0.1");
      Context app = tomcat.addContext("/app", folder.toString());
      app.setParentClassLoader(loader);
      FilterDef definition = new FilterDef();
      definition.setFilterName("launch");
      definition.setFilterClass(FILTER);
      params.forEach(definition::addInitParameter);
      app.addFilterDef(definition);
      FilterMap map = new FilterMap();
      map.setFilterName("launch");
      map.addURLPattern("/*");
      app.addFilterMap(map);
      Tomcat.addServlet(app, "whoami", new WhoAmI());
      app.addServletMappingDecoded("/", "whoami");
      tomcat.start();

      launchInAndOut(
          "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/app",
          app.getLoader().getClassLoader().loadClass(FILTER).getClassLoader());
    } finally {
      tomcat.stop();
      tomcat.destroy();
    }
  }

  @Test
  void jettyLaunchesInAndOut() throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler app = new ServletContextHandler("/app", ServletContextHandler.SESSIONS);
    app.setClassLoader(loader);
    FilterHolder filter = new FilterHolder();
    filter.setClassName(FILTER);
    params.forEach(filter::setInitParameter);
    app.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    app.addServlet(new ServletHolder(new WhoAmI()), "/*");
    server.setHandler(app);
    try {
      server.start();

      launchInAndOut(
          "http://127.0.0.1:" + connector.getLocalPort() + "/app",
          filter.getFilter().getClass().getClassLoader());
    } finally {
      server.stop();
    }
  }

  /** Not only those that a launch happens to need. */
  @Test
  void everyClassLoads() throws Exception {
    List<String> names = new ArrayList<>();
    for (URL place : loader.getURLs()) {
      if (!place.getPath().contains("jose4j")) {
        names.addAll(classesIn(Path.of(place.toURI())));
      }
    }
    assertThat(names).hasSizeGreaterThan(200).contains(FILTER, "org.launchgate.LaunchVerifier");

    for (String name : names) {
      Class<?> type = Class.forName(name, false, loader);
      assertThat(type.getClassLoader()).isSameAs(loader);
      assertThatCode(type::getDeclaredMethods).as(name).doesNotThrowAnyException();
      assertThatCode(type::getDeclaredFields).as(name).doesNotThrowAnyException();
      assertThatCode(type::getDeclaredConstructors).as(name).doesNotThrowAnyException();
    }

    assertThat(loader.missed).isEmpty();
  }

  private static List<String> classesIn(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      return classesBelow(place);
    }
    URI jar = URI.create("jar:" + place.toUri());
    try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of())) {
      return classesBelow(inside.getPath("/"));
    }
  }

  private static List<String> classesBelow(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace(File.separatorChar, '.'))
          .map(file -> file.replace('/', '.'))
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .toList();
    }
  }

  /** Lest the tests above pass because the loader hides nothing. */
  @Test
  void whatIsHiddenIsHidden() throws Exception {
    assertThat(Class.forName(AUTHENTICATION)).isNotNull();

    assertThatThrownBy(() -> loader.loadClass(AUTHENTICATION))
        .isInstanceOf(ClassNotFoundException.class);
    assertThat(loader.missed).containsExactly(AUTHENTICATION);
  }
}
