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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.TestPartner;

/** The hidden field on Jetty. */
class FormFieldJettyTest extends FormFieldContract {
  @TempDir static Path folder;

  @Override
  Server start(boolean formField) throws Exception {
    org.eclipse.jetty.server.Server server = new org.eclipse.jetty.server.Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(application(formField));
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

  private static ServletContextHandler application(boolean formField) throws IOException {
    Path partners = folder.resolve("partners.json");
    Files.writeString(partners, TestPartner.partnersFile());
    ServletContextHandler app = new ServletContextHandler("/app", ServletContextHandler.SESSIONS);
    FilterHolder filter = new FilterHolder(new LaunchFilter());
    filter.setAsyncSupported(true);
    filter.setInitParameter("partners", partners.toString());
    filter.setInitParameter("allowedHosts", "127.0.0.1:*");
    filter.setInitParameter("windows", "many");
    filter.setInitParameter("closePath", "/close");
    filter.setInitParameter("formField", String.valueOf(formField));
    app.addFilter(
        filter,
        "/*",
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
    FilterHolder encoding = new FilterHolder(new FormEcho.Encoding());
    encoding.setAsyncSupported(true);
    app.addFilter(encoding, "/*", EnumSet.of(DispatcherType.REQUEST));
    add(app, "/echo", new FormEcho());
    add(
        app,
        "/window",
        new HttpServlet() {
          @Override
          protected void service(HttpServletRequest request, HttpServletResponse response)
              throws IOException {
            response.getWriter().print(LaunchAttributes.windowOf(request).orElse("none"));
          }
        });
    return app;
  }

  private static void add(ServletContextHandler app, String path, HttpServlet servlet) {
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    app.addServlet(holder, path);
  }

  /** Jetty's own {@code getContentType} throws there, which is nothing to us. */
  @ParameterizedTest
  @ValueSource(strings = {"stream", "map", "length", "map-stream-reader", "encoding-map"})
  void formInACharsetThatNobodyKnowsIsReadAsWithoutUs(String how) {
    applicationReadsWhatItWouldReadWithoutUs(
        Form.of("unknown charset", FORM + ";charset=nobody-knows", "", "a=1&b=2"), how);
  }
}
