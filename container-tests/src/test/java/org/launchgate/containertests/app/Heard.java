package org.launchgate.containertests.app;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** Keeps what the container's part of Launchgate warns of, from the start on, and tells it. */
@WebServlet("/heard")
public final class Heard extends HttpServlet implements ServletContextListener {
  private static final long serialVersionUID = 1L;
  private static final String WARNINGS = "warnings";

  private transient @Nullable Logger logger;
  private transient @Nullable Handler handler;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    List<String> warnings = new CopyOnWriteArrayList<>();
    event.getServletContext().setAttribute(WARNINGS, warnings);
    handler = new WarningHandler(warnings);
    logger = Logger.getLogger("org.launchgate.servlet.LaunchAuthenticator");
    logger.addHandler(handler);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    Objects.requireNonNull(logger).removeHandler(handler);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    for (Object warning : (List<?>) getServletContext().getAttribute(WARNINGS)) {
      response.getWriter().println(warning);
    }
  }

  /** Keeps messages, a line each. */
  private static final class WarningHandler extends Handler {
    private final List<String> warnings;

    WarningHandler(List<String> warnings) {
      this.warnings = warnings;
    }

    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
        warnings.add(new SimpleFormatter().formatMessage(record));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
