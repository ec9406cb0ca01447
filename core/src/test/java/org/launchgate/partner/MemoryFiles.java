package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.launchgate.schema.PublishedSchema;

/** A partners file that stands in memory, with the files beside it. */
final class MemoryFiles implements ConfigSource {
  /** Where a test's partners file stands. */
  static final String PARTNERS = "partners.json";

  private final String name;
  private final Map<String, byte[]> files;

  private MemoryFiles(String name, Map<String, byte[]> files) {
    this.name = name;
    this.files = files;
  }

  /** A partners file; single quotes stand for double ones where there are no double ones. */
  static MemoryFiles partners(String json) {
    String text = json.contains("\"") ? json : json.replace('\'', '"');
    return new MemoryFiles(PARTNERS, new HashMap<>()).with(PARTNERS, text);
  }

  /** A partners file with one issuer-less partner, {@code clinic}, and these members more. */
  static MemoryFiles clinic(String members) {
    return partners("{'partners': [{'id': 'clinic', 'profile': 'exorlive', " + members + "}]}");
  }

  /** The same with one key entry. */
  static MemoryFiles clinicWithKey(String keyMembers) {
    return clinic("'keys': [{" + keyMembers + "}]");
  }

  /** The same with decryption keys: one entry of these members. */
  static MemoryFiles withDecryptionKey(String members) {
    return withDecryptionKeys("{" + members + "}");
  }

  /** The same with decryption keys: these entries. */
  static MemoryFiles withDecryptionKeys(String entries) {
    return partners(
        "{'partners': [{'id': 'clinic', 'profile': 'exorlive', 'roles': []}], 'decryptionKeys': ["
            + entries
            + "]}");
  }

  MemoryFiles with(String file, String text) {
    return with(file, text.getBytes(StandardCharsets.UTF_8));
  }

  MemoryFiles with(String file, byte[] content) {
    files.put(file, content);
    return this;
  }

  /** Loads it. What the loader takes, the published schema takes as well. */
  ConfiguredPartners load() {
    ConfiguredPartners loaded = ConfiguredPartners.load(this);
    assertThat(PublishedSchema.PARTNERS.mistakes(text())).isEmpty();
    return loaded;
  }

  private String text() {
    return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte[] read() throws IOException {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new NoSuchFileException(name);
    }
    return bytes;
  }

  @Override
  public ConfigSource resolve(String path) {
    return new MemoryFiles(path, files);
  }
}
