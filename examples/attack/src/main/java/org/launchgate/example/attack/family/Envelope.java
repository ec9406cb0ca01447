package org.launchgate.example.attack.family;

import org.launchgate.example.attack.token.Encryption;
import org.launchgate.example.attack.trial.Scene;

/** An encryption to the receiver, as a partner makes it. */
final class Envelope {
  static final String CBC = "A128CBC-HS256";

  private Envelope() {}

  /** By the usual algorithms. */
  static Encryption of(Scene scene) {
    return of(scene, "RSA-OAEP", CBC);
  }

  /** By others. */
  static Encryption of(Scene scene, String algorithm, String content) {
    Encryption envelope =
        Encryption.to(scene.setup().receiverKey().orElseThrow(), algorithm, content)
            .header("cty", "JWT");
    scene.setup().receiverKeyId().ifPresent(kid -> envelope.header("kid", kid));
    return envelope;
  }
}
