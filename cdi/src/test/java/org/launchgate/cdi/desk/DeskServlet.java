package org.launchgate.cdi.desk;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.launchgate.servlet.LaunchAttributes;

/** Says what beans of each scope are told. */
@WebServlet(value = "/desk", asyncSupported = true)
public class DeskServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private Desk desk;
  @Inject private Drawer drawer;
  @Inject private Card card;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain;charset=UTF-8");
    PrintWriter out = response.getWriter();
    out.println("dispatch=" + request.getDispatcherType());
    out.println(
        "attribute=" + LaunchAttributes.contextOf(request).map(Patients::of).orElse("none"));
    out.println("application=" + desk.patient());
    if (request.getDispatcherType() != DispatcherType.ASYNC) { // no scopes there, in some servers
      out.println("session=" + drawer.patient());
      out.println("request=" + card.patient());
    }
    out.println("instance=" + desk.instance());
    out.println("user=" + desk.user());
    out.println("windows=" + desk.windows());
  }
}
