package org.launchgate.example.attack;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.launchgate.servlet.LaunchFilter;

/** An application that takes launches, behind a filter that may have a hole. */
final class Receiver implements AutoCloseable {
  private final Tomcat tomcat = new Tomcat();

  /**
   * Starts it.
   *
   * @param hole sees every request before Launchgate does
   */
  Receiver(Path folder, Path partners, Map<String, String> settings, Filter hole)
      throws LifecycleException {
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.getConnector().setProperty("maxHttpHeaderSize", "65536");
    tomcat.getHost().getPipeline().addValve(withoutReport());
    Context context = tomcat.addContext("", folder.toString());
    Rfc6265CookieProcessor cookies = new Rfc6265CookieProcessor();
    cookies.setSameSiteCookies("Lax");
    context.setCookieProcessor(cookies);
    add(context, "hole", hole, Map.of());
    add(context, "launchgate", new LaunchFilter(), settings(partners, settings));
    Tomcat.addServlet(context, "home", new Home());
    context.addServletMappingDecoded("/", "home");
    tomcat.start();
  }

  private static ErrorReportValve withoutReport() {
    ErrorReportValve valve = new ErrorReportValve();
    valve.setShowReport(false);
    valve.setShowServerInfo(false);
    return valve;
  }

  private static Map<String, String> settings(Path partners, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("partners", partners.toString());
    all.put("logoutPath", "/logout");
    all.put("jmx", "false");
    return all;
  }

  private static void add(
      Context context, String name, Filter filter, Map<String, String> settings) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(name);
    definition.setFilter(filter);
    settings.forEach(definition::addInitParameter);
    context.addFilterDef(definition);
    FilterMap map = new FilterMap();
    map.setFilterName(name);
    map.addURLPattern("/*");
    context.addFilterMap(map);
  }

  /** Where launches are sent. */
  String url() {
    return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/launch";
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  /** Tells under {@code /whoami} who is there; every other address is nobody's. */
  private static final class Home extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String user = Entrance.userOf(request);
      if (!request.getServletPath().equals("/whoami")) {
        response.setStatus(404);
      } else if (user == null) {
        response.setStatus(401);
      } else {
        response.getWriter().print(user);
      }
    }
  }
}
