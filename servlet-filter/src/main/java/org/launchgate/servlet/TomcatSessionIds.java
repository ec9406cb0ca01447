package org.launchgate.servlet;

import jakarta.servlet.ServletContext;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Tomcat leave a session's id alone.
 *
 * <p>Tomcat takes the user whom it is told with each request for somebody who has just logged in,
 * and gives the session a new id each time. Of requests at once, as a page makes them, one gets
 * through and the others have no session any more. The authenticator can be told to keep the id, by
 * its management bean or in {@code META-INF/context.xml}; Launchgate changes it at each log-in
 * itself. What another mechanism of the application does, it does not see.
 *
 * <p>Source: Tomcat 10.1, "The Valve Component", {@code changeSessionIdOnAuthentication}.
 */
final class TomcatSessionIds {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchAuthenticator.class);
  private static final String SETTING = "changeSessionIdOnAuthentication";

  private TomcatSessionIds() {}

  /** Tells the authenticator of an application; says so, or what else to do. */
  static void keep(ServletContext context) {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      List<ObjectName> valves =
          server.queryNames(new ObjectName("*:type=Valve,*"), null).stream()
              .filter(valve -> isOf(context, valve) && hasSetting(server, valve))
              .toList();
      for (ObjectName valve : valves) {
        server.setAttribute(valve, new Attribute(SETTING, false));
      }
      if (!valves.isEmpty()) {
        LOG.info(
            "Tomcat is told to keep a session's id ({}=false): Launchgate changes it at each launch"
                + " and at request.login(); another mechanism beside it has to call"
                + " request.changeSessionId() at its log-ins",
            SETTING);
        return;
      }
    } catch (JMException | RuntimeException e) {
      LOG.debug("Tomcat's authenticator is not to be had over JMX", e);
    }
    LOG.warn(
        "Tomcat changes the session's id at every request of a user, so that of several at once"
            + " only one finds the session, and cannot be told over JMX to leave it: put <Valve"
            + " className=\"org.apache.catalina.authenticator.NonLoginAuthenticator\""
            + " {}=\"false\"/> into META-INF/context.xml",
        SETTING);
  }

  private static boolean isOf(ServletContext context, ObjectName valve) {
    String path = context.getContextPath().isEmpty() ? "/" : context.getContextPath();
    String host = String.valueOf(valve.getKeyProperty("host"));
    String there = String.valueOf(valve.getKeyProperty("context"));
    return (there.equals(path) || there.startsWith(path + "##"))
        && String.valueOf(context.getVirtualServerName()).endsWith("/" + host);
  }

  private static boolean hasSetting(MBeanServer server, ObjectName valve) {
    try {
      server.getAttribute(valve, SETTING);
      return true;
    } catch (JMException e) {
      return false;
    }
  }
}
