package org.launchgate.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.TestPartner;

/** Where launches lead, on Jetty. */
class TargetJettyTest extends TargetContract {
  @TempDir static Path folder;

  @Override
  Server start(String targetUrl) throws Exception {
    org.eclipse.jetty.server.Server server = new org.eclipse.jetty.server.Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(application(targetUrl));
    server.start();
    return new Server() {
      @Override
      public Browser browser() {
        return new Browser("http://127.0.0.1:" + connector.getLocalPort() + "/app");
      }

      @Override
      public void close() {
        try {
          server.stop();
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  private static ServletContextHandler application(String targetUrl) throws IOException {
    Path partners = folder.resolve("partners.json");
    Files.writeString(partners, TestPartner.partnersFile());
    ServletContextHandler app = new ServletContextHandler("/app", ServletContextHandler.SESSIONS);
    FilterHolder filter = new FilterHolder(new LaunchFilter());
    filter.setInitParameter("partners", partners.toString());
    filter.setInitParameter("targetUrl", targetUrl);
    filter.setInitParameter("loginRequired", "true");
    filter.setInitParameter("logoutPath", "/bye");
    filter.setInitParameter("closePath", "/close");
    filter.setInitParameter("scriptPath", "/launchgate.js");
    app.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    app.addServlet(
        new ServletHolder(
            new HttpServlet() {
              @Override
              protected void service(HttpServletRequest request, HttpServletResponse response)
                  throws IOException {
                echo(request, response);
              }
            }),
        "/*");
    return app;
  }
}
