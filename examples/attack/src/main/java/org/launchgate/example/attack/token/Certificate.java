package org.launchgate.example.attack.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.PublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** A certificate that somebody issues to themselves (RFC 5280), for a key that nobody trusts. */
public final class Certificate {
  private static final byte[] SHA256_WITH_RSA =
      HexFormat.of().parseHex("300d06092a864886f70d01010b0500");
  private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Certificate() {}

  /** In DER, valid now. */
  public static byte[] of(String name, PublicKey key, Signer rs256) {
    byte[] content =
        Der.sequence(
            Der.value(0xA0, Der.integer(BigInteger.TWO)),
            Der.integer(BigInteger.ONE),
            SHA256_WITH_RSA,
            name(name),
            validity(Instant.now()),
            name(name),
            key.getEncoded());
    return Der.sequence(content, SHA256_WITH_RSA, Der.bits(rs256.sign(content)));
  }

  private static byte[] name(String name) {
    byte[] text = Der.value(0x0C, name.getBytes(US_ASCII));
    return Der.sequence(Der.set(Der.sequence(COMMON_NAME, text)));
  }

  private static byte[] validity(Instant now) {
    return Der.sequence(time(now.minusSeconds(3600)), time(now.plusSeconds(86_400)));
  }

  private static byte[] time(Instant time) {
    return Der.value(0x17, UTC_TIME.format(time).getBytes(US_ASCII));
  }
}
