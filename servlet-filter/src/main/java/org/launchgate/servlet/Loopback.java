package org.launchgate.servlet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells this machine's own address by its digits alone; no name is ever looked up. */
final class Loopback {
  private static final Pattern V4 = Pattern.compile("127(\\.(0|[1-9][0-9]{0,2})){3}");
  private static final Pattern V6 =
      Pattern.compile("\\[?([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(%\\w+)?]?");

  private Loopback() {}

  /** Whether it is 127.0.0.0/8 or ::1, in any spelling, also as an IPv4-mapped IPv6 address. */
  static boolean isAddress(@Nullable String address) {
    if (address == null) {
      return false;
    }
    var v6 = V6.matcher(address);
    return v6.matches()
        ? isLoopback(v6.group(1))
        : V4.matcher(address).matches() && isLoopback(address);
  }

  // Both patterns admit only what InetAddress takes for a literal or rejects, never a host name.
  private static boolean isLoopback(@Nullable String literal) {
    try {
      return InetAddress.getByName(literal).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
