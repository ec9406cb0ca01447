package org.launchgate.example.attack;

import java.util.List;
import java.util.stream.Stream;
import org.launchgate.example.attack.family.AlgorithmAttacks;
import org.launchgate.example.attack.family.AnswerAttacks;
import org.launchgate.example.attack.family.AudienceAttacks;
import org.launchgate.example.attack.family.BodyAttacks;
import org.launchgate.example.attack.family.BrokenEnvelopeAttacks;
import org.launchgate.example.attack.family.BroughtKeyAttacks;
import org.launchgate.example.attack.family.CarrierAttacks;
import org.launchgate.example.attack.family.ClaimAttacks;
import org.launchgate.example.attack.family.CutBodyAttacks;
import org.launchgate.example.attack.family.EcdsaAttacks;
import org.launchgate.example.attack.family.EncodingAttacks;
import org.launchgate.example.attack.family.EncryptionAttacks;
import org.launchgate.example.attack.family.EnvelopeAttacks;
import org.launchgate.example.attack.family.FieldTextAttacks;
import org.launchgate.example.attack.family.FixationAttacks;
import org.launchgate.example.attack.family.HeaderAttacks;
import org.launchgate.example.attack.family.JsonAttacks;
import org.launchgate.example.attack.family.JsonBodyAttacks;
import org.launchgate.example.attack.family.JsonTextAttacks;
import org.launchgate.example.attack.family.KeyIdAttacks;
import org.launchgate.example.attack.family.MethodAttacks;
import org.launchgate.example.attack.family.PartnerAttacks;
import org.launchgate.example.attack.family.PartsAttacks;
import org.launchgate.example.attack.family.PathAttacks;
import org.launchgate.example.attack.family.ProfileClaimAttacks;
import org.launchgate.example.attack.family.ProtocolAttacks;
import org.launchgate.example.attack.family.ReplayAttacks;
import org.launchgate.example.attack.family.RsaAttacks;
import org.launchgate.example.attack.family.SameLaunchAttacks;
import org.launchgate.example.attack.family.SecretAttacks;
import org.launchgate.example.attack.family.SessionAttacks;
import org.launchgate.example.attack.family.SignatureAttacks;
import org.launchgate.example.attack.family.SignedTextAttacks;
import org.launchgate.example.attack.family.SignerAttacks;
import org.launchgate.example.attack.family.SmugglingAttacks;
import org.launchgate.example.attack.family.TimeAttacks;
import org.launchgate.example.attack.family.TimeFormAttacks;
import org.launchgate.example.attack.family.TwoTokenAttacks;
import org.launchgate.example.attack.family.Utf8Attacks;
import org.launchgate.example.attack.trial.Attack;

/** Every attack that there is, in the order in which they run. */
final class Catalogue {
  private Catalogue() {}

  static List<Attack> all() {
    return Stream.of(
            AlgorithmAttacks.all(),
            SecretAttacks.all(),
            SignatureAttacks.all(),
            SignedTextAttacks.all(),
            SignerAttacks.all(),
            EcdsaAttacks.all(),
            RsaAttacks.all(),
            BroughtKeyAttacks.all(),
            KeyIdAttacks.all(),
            HeaderAttacks.all(),
            EncodingAttacks.all(),
            PartsAttacks.all(),
            Utf8Attacks.all(),
            JsonAttacks.all(),
            JsonTextAttacks.all(),
            TimeAttacks.all(),
            TimeFormAttacks.all(),
            PartnerAttacks.all(),
            AudienceAttacks.all(),
            ClaimAttacks.all(),
            ProfileClaimAttacks.all(),
            EncryptionAttacks.all(),
            EnvelopeAttacks.all(),
            BrokenEnvelopeAttacks.all(),
            CarrierAttacks.all(),
            TwoTokenAttacks.all(),
            FieldTextAttacks.all(),
            BodyAttacks.all(),
            JsonBodyAttacks.all(),
            CutBodyAttacks.all(),
            PathAttacks.all(),
            ProtocolAttacks.all(),
            MethodAttacks.all(),
            SmugglingAttacks.all(),
            ReplayAttacks.all(),
            SameLaunchAttacks.all(),
            SessionAttacks.all(),
            FixationAttacks.all(),
            AnswerAttacks.all())
        .flatMap(List::stream)
        .toList();
  }
}
