package org.launchgate.containertests.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.launchgate.LaunchPatient;
import org.launchgate.LaunchPrincipal;
import org.launchgate.servlet.LaunchAttributes;

/** Writes what a request tells of its user, one fact a line. */
final class Told {
  private Told() {}

  static void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    Principal user = request.getUserPrincipal();
    response
        .getWriter()
        .print(
            """
            who=%s
            remoteUser=%s
            type=%s
            practitioner=%s
            assistant=%s
            patient=%s
            """
                .formatted(
                    user == null ? "nobody" : user.getName(),
                    request.getRemoteUser(),
                    user instanceof LaunchPrincipal ? "LaunchPrincipal" : "other",
                    request.isUserInRole("practitioner"),
                    request.isUserInRole("assistant"),
                    LaunchAttributes.contextOf(request)
                        .flatMap(context -> context.patient())
                        .flatMap(LaunchPatient::id)
                        .orElse("none")));
  }
}
