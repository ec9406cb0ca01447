package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.SIGNATURE;
import static org.launchgate.example.attack.trial.Need.OTHER_KEY;

import java.util.List;
import org.launchgate.example.attack.token.Signer;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;

/** The signature is good, and another one's. */
public final class SignerAttacks {
  private SignerAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(ofOwnKey(), ofOtherPartner(), ofOtherPartnersKeyId());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(SIGNATURE, id, description, source);
  }

  private static Attack ofOwnKey() {
    return attack("sig-own-key", "the attacker's key under the partner's kid", "V-16; V-19")
        .token("of the same kind", s -> s.forged())
        .token(
            "without kid",
            s -> s.draft().withoutHeader("kid").signedBy(s.own().signer(s.algorithm())));
  }

  private static Attack ofOtherPartner() {
    return attack("sig-other-partner", "another partner's key under this one's kid", "V-19")
        .needs(OTHER_KEY)
        .token(
            "by its own algorithm",
            s -> s.draft().header("alg", other(s).algorithm()).signedBy(other(s)))
        .token("under this one's alg", s -> s.draft().signedBy(other(s)))
        .token(
            "without kid",
            s ->
                s.draft()
                    .withoutHeader("kid")
                    .header("alg", other(s).algorithm())
                    .signedBy(other(s)));
  }

  private static Attack ofOtherPartnersKeyId() {
    return attack(
            "sig-other-partner-kid",
            "another partner's key and kid, this one's claims",
            "RFC 8725 3.8; V-19")
        .needs(OTHER_KEY)
        .token(
            "by its own algorithm",
            s ->
                s.draft()
                    .header("alg", other(s).algorithm())
                    .header("kid", s.setup().otherKeyId().orElse("1"))
                    .signedBy(other(s)));
  }

  private static Signer other(Scene scene) {
    return scene.setup().otherSigner().orElseThrow();
  }
}
