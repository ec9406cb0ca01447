package org.launchgate.example.attack;

import java.util.List;
import java.util.stream.Stream;
import org.launchgate.example.attack.family.*;
import org.launchgate.example.attack.trial.Attack;

/** Every attack that there is, in the order in which they run. */
final class Catalogue {
  private Catalogue() {}

  static List<Attack> all() {
    return Stream.of(
            AlgorithmAttacks.all(),
            SignatureAttacks.all(),
            BroughtKeyAttacks.all(),
            KeyIdAttacks.all(),
            HeaderAttacks.all(),
            EncodingAttacks.all(),
            Utf8Attacks.all(),
            JsonAttacks.all(),
            TimeAttacks.all(),
            PartnerAttacks.all(),
            ClaimAttacks.all(),
            EncryptionAttacks.all(),
            EnvelopeAttacks.all(),
            CarrierAttacks.all(),
            BodyAttacks.all(),
            PathAttacks.all(),
            ProtocolAttacks.all(),
            SmugglingAttacks.all(),
            ReplayAttacks.all(),
            SessionAttacks.all(),
            AnswerAttacks.all())
        .flatMap(List::stream)
        .toList();
  }
}
