package org.launchgate.example.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Optional;
import java.util.TreeSet;
import org.launchgate.LaunchContext;
import org.launchgate.servlet.LaunchAttributes;

/** Principal and launch context of the request as JSON, for scripts and tests. */
public final class WhoamiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Principal user = request.getUserPrincipal();
    Optional<LaunchContext> context = LaunchAttributes.contextOf(request);
    if (user == null || context.isEmpty()) {
      send(response, 401, "application/problem+json", notLoggedIn());
    } else {
      send(response, 200, "application/json", described(user, context.get()));
    }
  }

  private static ObjectNode described(Principal user, LaunchContext context) {
    ObjectNode whoami = JSON.createObjectNode().put("name", user.getName());
    new TreeSet<>(context.roles()).forEach(whoami.putArray("roles")::add);
    return whoami.set("context", ContextJson.of(context));
  }

  private static ObjectNode notLoggedIn() {
    return JSON.createObjectNode()
        .put("type", "about:blank")
        .put("title", "Nobody is logged in")
        .put("status", 401);
  }

  private static void send(HttpServletResponse response, int status, String type, ObjectNode body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    JSON.writeValue(response.getOutputStream(), body);
  }
}
