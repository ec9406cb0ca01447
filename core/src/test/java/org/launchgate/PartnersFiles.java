package org.launchgate;

import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.launchgate.partner.ConfigSource;
import org.launchgate.partner.ConfiguredPartners;

/** Loads a partners file that stands in memory, alone. */
final class PartnersFiles {
  private PartnersFiles() {}

  static ConfiguredPartners of(String json) {
    return ConfiguredPartners.load(source(json));
  }

  static ConfigSource source(String json) {
    return new ConfigSource() {
      @Override
      public String name() {
        return "partners.json";
      }

      @Override
      public byte[] read() {
        return json.getBytes(StandardCharsets.UTF_8);
      }

      @Override
      public ConfigSource resolve(String path) {
        throw new java.io.UncheckedIOException(new NoSuchFileException(path));
      }
    };
  }
}
