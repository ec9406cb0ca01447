package org.launchgate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.PrivateKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.jose.Decryption;
import org.launchgate.internal.jose.EncryptedParts;
import org.launchgate.spi.DecryptionKey;

/**
 * The way of an encrypted token as far as its decryption, for published examples that hold no
 * signed token: the key from {@code decryptionKeys} of a partners file, then a launch's own checks
 * of shape, header and key, and the decryption itself.
 */
final class DecryptionPath {
  private static final int LIMIT = 16 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private DecryptionPath() {}

  /** What our loader and our checks say; a file that is refused is a token that is refused. */
  static Outcome check(JsonNode privateJwk, String token) {
    List<DecryptionKey> keys;
    try {
      keys = load(privateJwk);
    } catch (IllegalArgumentException e) {
      return Outcome.refused("at load: " + e.getMessage());
    }
    return check(keys, token);
  }

  static Outcome check(List<DecryptionKey> keys, String token) {
    Listening decryption = new Listening();
    ReadToken read =
        new TokenDecryption(() -> keys, decryption, 1, Duration.ofSeconds(1)).read(token, LIMIT);
    if (decryption.content != null) {
      return Outcome.decrypted(decryption.content);
    }
    return read instanceof ReadToken.Unreadable unreadable
        ? Outcome.refused(unreadable.refusal().toString())
        : Outcome.refused("it is not encrypted");
  }

  private static List<DecryptionKey> load(JsonNode privateJwk) {
    ObjectNode file = JSON.createObjectNode();
    file.putArray("partners").addObject().put("id", "examples").put("profile", "exorlive");
    file.putArray("decryptionKeys").addObject().set("jwk", privateJwk);
    return PartnersFiles.of(file.toString()).decryptionKeys();
  }

  /** The real one; keeps what came out. */
  private static final class Listening implements Decryption {
    private final Decryption real = Decryption.standard();
    private byte @Nullable [] content;

    @Override
    public Set<String> keyManagements() {
      return real.keyManagements();
    }

    @Override
    public Set<String> contentEncryptions() {
      return real.contentEncryptions();
    }

    @Override
    public boolean suits(PrivateKey key, String keyManagement) {
      return real.suits(key, keyManagement);
    }

    @Override
    public byte @Nullable [] decrypt(EncryptedParts token, PrivateKey key) {
      content = real.decrypt(token, key);
      return content;
    }

    @Override
    public String misfit(PrivateKey key) {
      return real.misfit(key);
    }
  }
}
