package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.launchgate.example.attack.trial.Family.SIGNATURE;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.launchgate.example.attack.token.Base64Url;
import org.launchgate.example.attack.token.Der;
import org.launchgate.example.attack.token.Hash;
import org.launchgate.example.attack.token.Parts;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;

/** The signature is none, or another one's, or of something else. */
public final class SignatureAttacks {
  private SignatureAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        empty(),
        absent(),
        constant(),
        random(),
        truncated(),
        extended(),
        bitFlipped(),
        rearranged(),
        inHexadecimal(),
        doublyEncoded());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(SIGNATURE, id, description, source);
  }

  private static Attack empty() {
    return attack("sig-empty", "the signature is empty", "RFC 8725 3.2; CVE-2020-28042; V-2")
        .token("under the partner's alg", s -> s.draft().withSignature(new byte[0]))
        .token("by a blank", s -> s.draft().withSignature(new byte[0]) + " ")
        .token("by padding", s -> s.draft().withSignature(new byte[0]) + "==");
  }

  private static Attack absent() {
    return attack("sig-absent", "there is no third part", "CVE-2018-1000125; V-2")
        .token("two parts", s -> s.draft().input())
        .token("header alone", s -> s.draft().encodedHeader())
        .token("payload alone", s -> s.draft().encodedPayload());
  }

  private static Attack constant() {
    return attack("sig-constant", "the signature is one and the same byte", "CVE-2022-21449; V-11")
        .tokens(
            List.of(1, 32, 64, 96, 132, 256, 512),
            (s, length) -> s.draft().withSignature(new byte[length]))
        .tokens(
            List.of(32, 64, 256),
            (s, length) -> s.draft().withSignature(filled(length, (byte) 0xFF)));
  }

  private static Attack random() {
    return attack("sig-random", "the signature is noise", "RFC 7515 5.2; V-8")
        .tokens(
            List.of(1, 16, 31, 32, 33, 63, 64, 65, 128, 255, 256, 257),
            (s, length) -> s.draft().withSignature(hash(length)));
  }

  private static Attack truncated() {
    Attack attack =
        attack("sig-truncated", "a good signature lacks its end", "RFC 7518 3.2; V-8").needs(KEY);
    for (int kept : List.of(1, 8, 10, 16, 20, 31)) {
      Signatures.changed(
          attack, "to " + kept + " bytes", signature -> Arrays.copyOf(signature, kept));
    }
    Signatures.changed(
        attack, "by a byte", signature -> Arrays.copyOf(signature, signature.length - 1));
    return Signatures.changed(
        attack, "by its first byte", sig -> Arrays.copyOfRange(sig, 1, sig.length));
  }

  private static Attack extended() {
    Attack attack =
        attack("sig-extended", "a good signature and more", "RFC 7515 5.2; V-8").needs(KEY);
    Signatures.changed(attack, "a byte behind", signature -> Der.joined(signature, new byte[1]));
    Signatures.changed(attack, "a byte before", signature -> Der.joined(new byte[1], signature));
    Signatures.changed(attack, "twice", signature -> Der.joined(signature, signature));
    return Signatures.changed(
        attack, "64 bytes behind", signature -> Der.joined(signature, new byte[64]));
  }

  private static Attack bitFlipped() {
    Attack attack = attack("sig-bit", "one bit is another", "RFC 7515 5.2; V-8").needs(KEY);
    for (int i = 0; i < 16; i++) {
      int sixteenth = i;
      Signatures.changed(
          attack, "in sixteenth " + (i + 1), signature -> flipped(signature, sixteenth));
    }
    return attack;
  }

  private static byte[] flipped(byte[] signature, int sixteenth) {
    byte[] flipped = signature.clone();
    flipped[sixteenth * (signature.length - 1) / 15] ^= (byte) (1 << (sixteenth % 8));
    return flipped;
  }

  private static Attack rearranged() {
    Attack attack =
        attack("sig-rearranged", "the good bytes in another order", "RFC 7515 5.2; V-8").needs(KEY);
    Signatures.changed(attack, "backwards", SignatureAttacks::reversed);
    Signatures.changed(attack, "halves swapped", SignatureAttacks::swapped);
    return Signatures.changed(attack, "all bits turned", SignatureAttacks::turned);
  }

  private static Attack inHexadecimal() {
    return attack("sig-hex", "a good signature in hexadecimal", "RFC 7515 2; V-2")
        .needs(KEY)
        .token("lower case", s -> respelled(s, HexFormat.of()::formatHex))
        .token("upper case", s -> respelled(s, HexFormat.of().withUpperCase()::formatHex));
  }

  private static Attack doublyEncoded() {
    return attack("sig-twice-encoded", "a good signature encoded twice", "RFC 7515 2; V-2")
        .needs(KEY)
        .token("base64url twice", s -> respelled(s, bytes -> Base64Url.of(Base64Url.of(bytes))));
  }

  private static String respelled(Scene scene, Function<byte[], String> spelling) {
    Parts parts = Parts.of(scene.genuine());
    return parts.withSignature(spelling.apply(parts.signatureBytes())).token();
  }

  private static byte[] filled(int length, byte with) {
    byte[] filled = new byte[length];
    Arrays.fill(filled, with);
    return filled;
  }

  // Noise that is the same in every run.
  private static byte[] hash(int length) {
    byte[] noise = new byte[0];
    for (int i = 0; noise.length < length; i++) {
      noise = Der.joined(noise, Hash.sha256(("noise" + i).getBytes(US_ASCII)));
    }
    return Arrays.copyOf(noise, length);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] swapped(byte[] bytes) {
    int half = bytes.length / 2;
    return Der.joined(Arrays.copyOfRange(bytes, half, bytes.length), Arrays.copyOf(bytes, half));
  }

  private static byte[] turned(byte[] bytes) {
    byte[] turned = bytes.clone();
    for (int i = 0; i < turned.length; i++) {
      turned[i] = (byte) ~turned[i];
    }
    return turned;
  }
}
