package org.launchgate.containertests.app.mechanism;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchPatient;
import org.launchgate.LaunchPrincipal;
import org.launchgate.cdi.CurrentLaunch;

/** Tells what is injected. */
@WebServlet("/injected")
public final class InjectedPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("NullAway.Init")
  @Inject
  private transient CurrentLaunch launch;

  @SuppressWarnings("NullAway.Init")
  @Inject
  private transient Instance<LaunchContext> contexts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .print(
            """
            launched=%s
            who=%s
            patient=%s
            """
                .formatted(
                    launch.isPresent(),
                    launch.principal().map(LaunchPrincipal::getName).orElse("nobody"),
                    launch.isPresent()
                        ? contexts.get().patient().flatMap(LaunchPatient::id).orElse("none")
                        : "none"));
  }
}
