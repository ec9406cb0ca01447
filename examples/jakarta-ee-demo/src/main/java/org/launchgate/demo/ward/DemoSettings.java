package org.launchgate.demo.ward;

import java.util.Properties;

/**
 * What can be chosen about the demo, by system properties. An empty property counts as not set.
 *
 * @param portalPort {@code demo.portal.port}, 8080 where not set; 0 picks a free port
 * @param partnerPort {@code demo.partner.port}, 8081 where not set; 0 picks a free port
 * @param stopWithParent {@code demo.stopWithParent}, whether the demo ends when the process that
 *     started it does
 */
record DemoSettings(int portalPort, int partnerPort, boolean stopWithParent) {
  static final String PORTAL_PORT = "demo.portal.port";
  static final String PARTNER_PORT = "demo.partner.port";
  static final String STOP_WITH_PARENT = "demo.stopWithParent";

  static DemoSettings of(Properties properties) throws StartFailedException {
    return new DemoSettings(
        port(properties, PORTAL_PORT, "8080"),
        port(properties, PARTNER_PORT, "8081"),
        Boolean.parseBoolean(properties.getProperty(STOP_WITH_PARENT)));
  }

  private static int port(Properties properties, String name, String otherwise)
      throws StartFailedException {
    String set = properties.getProperty(name, "").strip();
    String text = set.isEmpty() ? otherwise : set;
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
      throw new StartFailedException(
          name + " is \"" + text + "\"; a port number from 0 to 65535 is needed.");
    }
    return Integer.parseInt(text);
  }
}
