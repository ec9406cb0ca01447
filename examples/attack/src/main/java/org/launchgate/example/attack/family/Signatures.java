package org.launchgate.example.attack.family;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.launchgate.example.attack.token.Parts;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;

/** Good tokens under a changed signature. */
final class Signatures {
  private Signatures() {}

  /** Adds a good token whose signature is changed. */
  static Attack changed(Attack attack, String name, BiFunction<Scene, byte[], byte[]> change) {
    return attack.token(
        name,
        s -> {
          Parts parts = Parts.of(s.genuine());
          return parts.withSignature(change.apply(s, parts.signatureBytes())).token();
        });
  }

  /** Adds a good token whose signature is changed. */
  static Attack changed(Attack attack, String name, UnaryOperator<byte[]> change) {
    return changed(attack, name, (s, signature) -> change.apply(signature));
  }
}
