package org.launchgate.security.app;

import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.Principal;
import org.launchgate.LaunchPrincipal;
import org.launchgate.cdi.CurrentLaunch;

/** Says who the container thinks is there, one thing a line. */
@WebServlet({"/whoami", "/secret/whoami", "/admin/whoami"})
public class WhoAmI extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private SecurityContext security;
  @Inject private CurrentLaunch launch;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getParameter("session") != null) {
      request.getSession();
    }
    response.setContentType("text/plain;charset=UTF-8");
    PrintWriter out = response.getWriter();
    out.println("server=" + getServletContext().getServerInfo());
    out.println("user=" + name(request.getUserPrincipal()));
    out.println("remoteUser=" + request.getRemoteUser());
    out.println("isLaunchPrincipal=" + (request.getUserPrincipal() instanceof LaunchPrincipal));
    out.println("practitioner=" + request.isUserInRole("practitioner"));
    out.println("admin=" + request.isUserInRole("admin"));
    out.println("caller=" + name(security.getCallerPrincipal()));
    out.println("callerInRole=" + security.isCallerInRole("practitioner"));
    out.println("byType=" + security.getPrincipalsByType(LaunchPrincipal.class).size());
    out.println(
        "patient="
            + launch
                .context()
                .flatMap(context -> context.patient())
                .flatMap(patient -> patient.id())
                .orElse("none"));
    out.println("window=" + launch.window().orElse("none"));
    out.println(
        "familyName="
            + launch
                .context()
                .flatMap(context -> context.patient())
                .flatMap(patient -> patient.familyName())
                .orElse("none"));
    out.println("parameter=" + request.getParameter("name"));
  }

  private static String name(Principal principal) {
    return principal == null ? "nobody" : principal.getName();
  }
}
