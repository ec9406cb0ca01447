package org.launchgate.containertests.registry;

import jakarta.security.auth.message.config.AuthConfigFactory;
import jakarta.security.auth.message.config.AuthConfigFactory.RegistrationContext;
import jakarta.security.auth.message.config.AuthConfigProvider;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Lists what is registered at the server's factory, and whose classes it is made of. */
@WebServlet("/registrations")
public final class Registrations extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AuthConfigFactory factory = AuthConfigFactory.getFactory();
    PrintWriter out = response.getWriter();
    for (String id : factory.getRegistrationIDs(null)) {
      RegistrationContext context = factory.getRegistrationContext(id);
      out.println(
          context.getAppContext()
              + " = "
              + describe(
                  factory.getConfigProvider(
                      context.getMessageLayer(), context.getAppContext(), null)));
    }
  }

  private static String describe(@Nullable AuthConfigProvider provider) {
    return provider == null ? "none" : provider.getClass().getName();
  }
}
