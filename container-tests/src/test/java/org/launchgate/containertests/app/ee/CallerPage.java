package org.launchgate.containertests.app.ee;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.stream.Collectors;
import org.launchgate.LaunchPrincipal;

/** Tells what Jakarta Security tells of the caller. */
@WebServlet("/caller")
public final class CallerPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private SecurityContext security;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Principal caller = security.getCallerPrincipal();
    response
        .getWriter()
        .print(
            """
            caller=%s
            launchPrincipals=%s
            practitioner=%s
            secret=%s
            """
                .formatted(
                    caller == null ? "nobody" : caller.getName(),
                    security.getPrincipalsByType(LaunchPrincipal.class).stream()
                        .map(LaunchPrincipal::getName)
                        .collect(Collectors.joining(",")),
                    security.isCallerInRole("practitioner"),
                    security.hasAccessToWebResource("/secret/page", "GET")));
  }
}
