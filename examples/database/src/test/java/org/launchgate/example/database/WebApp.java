package org.launchgate.example.database;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ContextResource;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.launchgate.servlet.LaunchFilter;

/**
 * An application on a real Tomcat: the launch filter as {@code web.xml} would declare it, the
 * database under {@code java:comp/env/jdbc/launchgate}, and one page that prints who is there.
 */
final class WebApp implements AutoCloseable {
  private final Tomcat tomcat = new Tomcat();

  WebApp(Path folder, Database database, Map<String, String> initParams) throws Exception {
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.enableNaming();
    Context context = tomcat.addContext("", folder.toString());
    context.getNamingResources().addResource(resource(database));
    addFilter(context, initParams);
    Tomcat.addServlet(context, "who", new WhoServlet());
    context.addServletMappingDecoded("/", "who");
    tomcat.start();
    if (!context.getState().isAvailable()) {
      throw new IllegalStateException("the application did not start; the console says why");
    }
  }

  /** What a {@code <Resource>} in Tomcat's {@code context.xml} is. */
  private static ContextResource resource(Database database) {
    ContextResource resource = new ContextResource();
    resource.setName("jdbc/launchgate");
    resource.setType("org.h2.jdbcx.JdbcDataSource");
    resource.setProperty("factory", "org.h2.jdbcx.JdbcDataSourceFactory");
    resource.setProperty("url", database.url());
    for (String other : List.of("user", "password", "description")) {
      resource.setProperty(other, "");
    }
    resource.setProperty("loginTimeout", "2");
    return resource;
  }

  private static void addFilter(Context context, Map<String, String> initParams) {
    FilterDef filter = new FilterDef();
    filter.setFilterName("launchgate");
    filter.setFilterClass(LaunchFilter.class.getName());
    initParams.forEach(filter::addInitParameter);
    context.addFilterDef(filter);
    FilterMap map = new FilterMap();
    map.setFilterName("launchgate");
    map.addURLPattern("/*");
    context.addFilterMap(map);
  }

  private static final class WhoServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print(request.getRemoteUser());
    }
  }

  /**
   * What a browser without a session gets that is sent here with this token, redirects followed.
   */
  HttpResponse<String> launch(String token) throws Exception {
    HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    int port = tomcat.getConnector().getLocalPort();
    URI address = URI.create("http://127.0.0.1:" + port + "/launch?token=" + token);
    return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }
}
