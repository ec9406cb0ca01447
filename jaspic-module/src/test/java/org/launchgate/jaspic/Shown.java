package org.launchgate.jaspic;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.launchgate.LaunchPrincipal;
import org.launchgate.servlet.LaunchAttributes;

/** What a page of the application sees of a request, a word each. */
final class Shown {
  static final String NOBODY = "user=null launched=false object=0 role=false type=null patient=-";

  private Shown() {}

  static void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.getWriter().print(of(request));
  }

  static String of(HttpServletRequest request) {
    Principal user = request.getUserPrincipal();
    return "user="
        + request.getRemoteUser()
        + " launched="
        + (user instanceof LaunchPrincipal)
        + " object="
        + (user == null ? 0 : System.identityHashCode(user))
        + " role="
        + request.isUserInRole("practitioner")
        + " type="
        + request.getAuthType()
        + " patient="
        + LaunchAttributes.contextOf(request)
            .flatMap(context -> context.patient())
            .flatMap(patient -> patient.id())
            .orElse("-");
  }

  /** The word that follows a name. */
  static String word(String name, String page) {
    return page.replaceFirst("(?s)^.*?\\b" + name + "=(\\S+).*$", "$1");
  }
}
