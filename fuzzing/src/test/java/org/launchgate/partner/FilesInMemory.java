package org.launchgate.partner;

import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/**
 * A partners file in memory, with some files beside it.
 *
 * @param name its name
 * @param content its bytes; null where there is no such file
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record FilesInMemory(String name, byte[] content) implements ConfigSource {
  private static final String KEY_SET =
      "{\"keys\": [{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"kid\": \"ed\","
          + " \"x\": \"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}";

  /** By the names that the samples have for such files. */
  private static final Map<String, String> BESIDE =
      Map.of(
          "keys/partner.jwks.json",
          KEY_SET,
          "keys/rsa.pem",
          Pems.RSA_PUBLIC_KEY,
          "keys/certificate.pem",
          Pems.EC_CERTIFICATE,
          "profiles/own.json",
          "{\"extends\": \"exorlive\"}");

  static FilesInMemory partners(byte[] content) {
    return new FilesInMemory("partners.json", content);
  }

  @Override
  public byte[] read() throws NoSuchFileException {
    if (content == null) {
      throw new NoSuchFileException(name);
    }
    return content;
  }

  @Override
  public ConfigSource resolve(String path) {
    String text = BESIDE.get(path);
    return new FilesInMemory(path, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }
}
