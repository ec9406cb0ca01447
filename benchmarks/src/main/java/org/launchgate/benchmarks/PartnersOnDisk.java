package org.launchgate.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A partners file as a large deployment has it: every partner with five keys, each in a PEM file of
 * its own: three RSA of 2048 bits and two on P-256.
 */
final class PartnersOnDisk {
  static final int KEYS = 5;

  private PartnersOnDisk() {}

  /** Writes a file of that many partners and gives its path. */
  static Path write(int partners) {
    try {
      Path folder = Files.createTempDirectory("launchgate-benchmark");
      String entries =
          IntStream.range(0, partners)
              .mapToObj(partner -> partner(folder, partner))
              .collect(Collectors.joining(",\n"));
      return Files.writeString(
          folder.resolve("partners.json"), "{\"partners\": [" + entries + "]}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String partner(Path folder, int partner) {
    String keys =
        IntStream.range(0, KEYS)
            .mapToObj(
                key ->
                    "{\"pem\": \"%s\", \"kid\": \"%d-%d\"}"
                        .formatted(pem(folder, partner, key), partner, key))
            .collect(Collectors.joining(", "));
    return "{\"id\": \"partner-%d\", \"profile\": \"exorlive\", \"issuer\": \"Issuer %d\", \"keys\": [%s]}"
        .formatted(partner, partner, keys);
  }

  /** Keys are made once and used again: making 3,000 of RSA would take minutes. */
  private static String pem(Path folder, int partner, int key) {
    String name = "%d-%d.pem".formatted(partner, key);
    byte[] der = key < 3 ? Keys.RSA : Keys.EC;
    String text =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END PUBLIC KEY-----\n";
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return name;
  }

  /** The two keys. */
  private static final class Keys {
    static final byte[] RSA = make("RSA", 2048);
    static final byte[] EC = make("EC", 256);

    private static byte[] make(String type, int size) {
      try {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
        generator.initialize(size);
        return generator.generateKeyPair().getPublic().getEncoded();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
