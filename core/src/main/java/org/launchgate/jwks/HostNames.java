package org.launchgate.jwks;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Resolves host names: the JDK, or a test. */
@FunctionalInterface
interface HostNames {
  /** All addresses of a host or of an IP address in text. */
  InetAddress[] resolve(String host) throws UnknownHostException;
}
