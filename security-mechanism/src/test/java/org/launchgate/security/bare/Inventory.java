package org.launchgate.security.bare;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.launchgate.cdi.CurrentLaunch;
import org.launchgate.security.LaunchAuthenticationMechanism;

/** Says which beans there are in an application that has not asked for any of ours. */
@WebServlet("/inventory")
public class Inventory extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private BeanManager beans;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .println(
            "beans="
                + beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                    .filter(bean -> !Extension.class.isAssignableFrom(bean.getBeanClass()))
                    .toList());
    response.getWriter().println("launch=" + beans.getBeans(CurrentLaunch.class));
    response
        .getWriter()
        .println("mechanism=" + beans.getBeans(LaunchAuthenticationMechanism.class));
  }
}
