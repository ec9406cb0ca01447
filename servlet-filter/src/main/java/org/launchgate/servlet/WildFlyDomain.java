package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether WildFly lets a module name users whom WildFly does not know itself.
 *
 * <p>Its management beans tell, once the server has started.
 *
 * <p>Source: WildFly 39, model reference, {@code application-security-domain}, {@code
 * integrated-jaspi}.
 */
final class WildFlyDomain {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchAuthenticator.class);
  private static final String UNDERTOW = "jboss.as:subsystem=undertow";

  private WildFlyDomain() {}

  /** Says what to do where it does not. */
  static void look(ServletContext context) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      String name = name(context, server);
      ObjectName domain =
          new ObjectName(UNDERTOW + ",application-security-domain=" + inObjectName(name));
      if (Boolean.TRUE.equals(server.getAttribute(domain, "integratedJaspi"))) {
        LOG.error(
            "every request of a user will end in an error 500, since integrated-jaspi is true in"
                + " WildFly's application-security-domain {}: run"
                + " /subsystem=undertow/application-security-domain={}:write-attribute"
                + "(name=integrated-jaspi,value=false) in jboss-cli, and reload",
            name,
            name);
      }
    } catch (JMException | RuntimeException e) {
      LOG.debug("WildFly's management beans do not tell of integrated-jaspi", e);
    }
  }

  /** The application's own domain, else the server's default one. */
  private static String name(ServletContext context, MBeanServer server) throws JMException {
    List<String> own =
        DescriptorTexts.of(context, "/WEB-INF/jboss-web.xml").at("jboss-web/security-domain");
    return own.isEmpty()
        ? String.valueOf(server.getAttribute(new ObjectName(UNDERTOW), "defaultSecurityDomain"))
        : own.get(0);
  }

  private static String inObjectName(String name) {
    return name.matches("[\\w.-]+") ? name : ObjectName.quote(name);
  }
}
