package org.launchgate.servlet;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bean's place in the JVM's own MBean server, until it is closed: what is left there would keep
 * a stopped application in memory. A place that another one has is left to it.
 */
final class JmxRegistration implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchFilter.class);
  private static final int MAX_INSTANCES = 16;

  private final MBeanServer server;
  private final ObjectName name;

  private JmxRegistration(MBeanServer server, ObjectName name) {
    this.server = server;
    this.name = name;
  }

  /** Registers a bean; empty, and logged, where JMX does not take it: launches go on without. */
  static Optional<JmxRegistration> of(LaunchesMXBean bean, String contextPath, String filterName) {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      for (int instance = 1; instance <= MAX_INSTANCES; instance++) {
        ObjectName name = name(contextPath, filterName, instance);
        if (isRegistered(server, bean, name)) {
          return Optional.of(new JmxRegistration(server, name));
        }
      }
      LOG.warn("no figures over JMX: {} filters of these names are there", MAX_INSTANCES);
    } catch (JMException | RuntimeException e) {
      LOG.warn("no figures over JMX", e);
    }
    return Optional.empty();
  }

  private static ObjectName name(String contextPath, String filterName, int instance)
      throws JMException {
    return new ObjectName(
        "org.launchgate:type=Launches,context="
            + ObjectName.quote(contextPath.isEmpty() ? "/" : contextPath)
            + ",filter="
            + ObjectName.quote(filterName)
            + (instance == 1 ? "" : ",instance=" + ObjectName.quote(String.valueOf(instance))));
  }

  private static boolean isRegistered(MBeanServer server, LaunchesMXBean bean, ObjectName name)
      throws JMException {
    try {
      server.registerMBean(new StandardMBean(bean, LaunchesMXBean.class, true), name);
      return true;
    } catch (InstanceAlreadyExistsException e) {
      return false;
    }
  }

  @Override
  public void close() throws JMException {
    if (server.isRegistered(name)) {
      server.unregisterMBean(name);
    }
  }
}
