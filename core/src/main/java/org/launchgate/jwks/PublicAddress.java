package org.launchgate.jwks;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others, by the registries of special-purpose
 * addresses (RFC 6890 and its updates). An IPv6 address that carries an IPv4 address to which a
 * router would send on is what that address is.
 */
final class PublicAddress {
  private static final List<Range> SPECIAL_IPV4 =
      List.of(
          range("0.0.0.0", 8), // this network
          range("10.0.0.0", 8), // private, RFC 1918
          range("100.64.0.0", 10), // shared by carriers, RFC 6598
          range("127.0.0.0", 8), // loopback
          range("169.254.0.0", 16), // link-local, the metadata services of clouds
          range("172.16.0.0", 12), // private, RFC 1918
          range("192.0.0.0", 24), // protocol assignments, RFC 6890
          range("192.0.2.0", 24), // documentation, RFC 5737
          range("192.88.99.0", 24), // 6to4 relays, RFC 7526
          range("192.168.0.0", 16), // private, RFC 1918
          range("198.18.0.0", 15), // benchmarks, RFC 2544
          range("198.51.100.0", 24), // documentation
          range("203.0.113.0", 24), // documentation
          range("224.0.0.0", 4), // multicast
          range("240.0.0.0", 4)); // reserved, broadcast

  /** All that is public stands here (RFC 4291 2.4); loopback, ULA and link-local do not. */
  private static final Range GLOBAL_IPV6 = range("2000::", 3);

  private static final List<Range> SPECIAL_IPV6 =
      List.of(
          range("2001::", 23), // protocol assignments, among them Teredo, RFC 2928
          range("2001:db8::", 32), // documentation, RFC 3849
          range("3fff::", 20)); // documentation, RFC 9637

  private static final Range SIX_TO_FOUR = range("2002::", 16);
  private static final int SIX_TO_FOUR_AT = 2;
  private static final Range NAT64 = range("64:ff9b::", 96);
  private static final int NAT64_AT = 12;
  private static final int IPV4_BYTES = 4;

  private PublicAddress() {}

  /** Whether the address is one of the public internet. */
  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPublicIpv4(bytes);
    }
    if (NAT64.contains(bytes)) {
      return isPublicIpv4(embedded(bytes, NAT64_AT));
    }
    if (SIX_TO_FOUR.contains(bytes)) {
      return isPublicIpv4(embedded(bytes, SIX_TO_FOUR_AT));
    }
    // The JDK makes an IPv4 address of a mapped one (::ffff:10.0.0.1); what it does not is no
    // 2000::/3, and neither is the compatible form (::10.0.0.1).
    return GLOBAL_IPV6.contains(bytes)
        && SPECIAL_IPV6.stream().noneMatch(range -> range.contains(bytes));
  }

  private static boolean isPublicIpv4(byte[] bytes) {
    return SPECIAL_IPV4.stream().noneMatch(range -> range.contains(bytes));
  }

  private static byte[] embedded(byte[] ipv6, int at) {
    return Arrays.copyOfRange(ipv6, at, at + IPV4_BYTES);
  }

  private static Range range(String literal, int prefix) {
    try {
      return new Range(InetAddress.getByName(literal).getAddress(), prefix);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(literal, e);
    }
  }

  /** The addresses that begin with the same bits. */
  private static final class Range {
    private final int bytes;
    private final int rest;
    private final BigInteger start;

    Range(byte[] first, int prefix) {
      bytes = first.length;
      rest = first.length * Byte.SIZE - prefix;
      start = new BigInteger(1, first).shiftRight(rest);
    }

    boolean contains(byte[] address) {
      return address.length == bytes && new BigInteger(1, address).shiftRight(rest).equals(start);
    }
  }
}
