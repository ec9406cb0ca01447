package org.launchgate.example.handover;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ContextResource;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.h2.jdbcx.JdbcDataSource;
import org.launchgate.TestPartner;
import org.launchgate.servlet.LaunchAttributes;
import org.launchgate.servlet.LaunchFilter;
import org.launchgate.spi.LaunchEvent;
import org.launchgate.spi.LaunchListener;

/** An application on a real Tomcat that has the handler named in its configuration, and H2. */
final class Clinic implements AutoCloseable {
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
  private final Tomcat tomcat = new Tomcat();
  private final Connection keptOpen;
  private final List<LaunchEvent> events = new CopyOnWriteArrayList<>();

  Clinic(Path folder) throws Exception {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    keptOpen = source.getConnection();
    execute(schema());
    Files.createDirectories(folder.resolve("WEB-INF"));
    Files.writeString(folder.resolve("WEB-INF/partners.json"), TestPartner.partnersFile());
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.enableNaming();
    Context context = tomcat.addContext("", folder.toString());
    context.getNamingResources().addResource(resource());
    context.getServletContext().setAttribute(LaunchListener.class.getName(), listener());
    addFilter(context);
    Tomcat.addServlet(context, "chart", new ChartServlet());
    context.addServletMappingDecoded("/", "chart");
    tomcat.start();
    if (!context.getState().isAvailable()) {
      throw new IllegalStateException("the application did not start; the console says why");
    }
  }

  private LaunchListener listener() {
    return events::add;
  }

  private ContextResource resource() {
    ContextResource resource = new ContextResource();
    resource.setName("jdbc/clinic");
    resource.setType("org.h2.jdbcx.JdbcDataSource");
    resource.setProperty("factory", "org.h2.jdbcx.JdbcDataSourceFactory");
    resource.setProperty("url", url + ";IFEXISTS=TRUE");
    for (String other : List.of("user", "password", "description")) {
      resource.setProperty(other, "");
    }
    resource.setProperty("loginTimeout", "2");
    return resource;
  }

  private static void addFilter(Context context) {
    FilterDef filter = new FilterDef();
    filter.setFilterName("launchgate");
    filter.setFilterClass(LaunchFilter.class.getName());
    filter.addInitParameter("partners", "/WEB-INF/partners.json");
    filter.addInitParameter("launchHandler", ClinicHandler.class.getName());
    context.addFilterDef(filter);
    FilterMap map = new FilterMap();
    map.setFilterName("launchgate");
    map.addURLPattern("/*");
    context.addFilterMap(map);
  }

  private static final class ChartServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response
          .getWriter()
          .print(request.getServletPath() + " " + LaunchAttributes.attributesOf(request));
    }
  }

  private static String schema() throws IOException {
    try (InputStream in = ClinicHandler.class.getResourceAsStream("schema.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What a browser without a session gets that posts this token, redirects followed. */
  HttpResponse<String> launch(String token) throws Exception {
    return launch("payload", token);
  }

  /** The same by a form field of that name. */
  HttpResponse<String> launch(String field, String token) throws Exception {
    HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    String form = field + "=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    URI address =
        URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/launch");
    return browser.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  void execute(String sql) throws SQLException {
    try (PreparedStatement statement = keptOpen.prepareStatement(sql)) {
      statement.execute();
    }
  }

  /** The first column of a query, each as text. */
  List<String> read(String sql) throws SQLException {
    try (PreparedStatement statement = keptOpen.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    }
  }

  /** Ends the application, after which everything is recorded, and says what was. */
  List<LaunchEvent> stop() throws Exception {
    tomcat.stop();
    return events;
  }

  @Override
  public void close() throws LifecycleException, SQLException {
    tomcat.stop();
    tomcat.destroy();
    keptOpen.close();
  }
}
