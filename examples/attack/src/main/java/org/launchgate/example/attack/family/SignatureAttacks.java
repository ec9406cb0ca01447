package org.launchgate.example.attack.family;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.launchgate.example.attack.trial.Family.SIGNATURE;
import static org.launchgate.example.attack.trial.Need.EC_KEY;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.OTHER_KEY;
import static org.launchgate.example.attack.trial.Need.RSA_KEY;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.launchgate.example.attack.token.Base64Url;
import org.launchgate.example.attack.token.Der;
import org.launchgate.example.attack.token.Draft;
import org.launchgate.example.attack.token.EcNumbers;
import org.launchgate.example.attack.token.Parts;
import org.launchgate.example.attack.token.RawRsa;
import org.launchgate.example.attack.token.Signer;
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
        otherTokens(),
        ofOwnKey(),
        ofOtherPartner(),
        ofOtherPartnersKeyId(),
        changedPayload(),
        changedHeader(),
        ofPayloadAlone(),
        ofHeaderAlone(),
        ofPlainJson(),
        ofOtherSpelling(),
        digest(),
        inHexadecimal(),
        doublyEncoded(),
        psychic(),
        psychicDer(),
        ecDer(),
        ecNumbers(),
        rsaPadding(),
        rsaShortened());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(SIGNATURE, id, description, source);
  }

  /** A good token whose signature is changed. */
  private static Attack changed(
      Attack attack, String name, BiFunction<Scene, byte[], byte[]> change) {
    return attack.token(
        name,
        s -> {
          Parts parts = Parts.of(s.genuine());
          return parts.withSignature(change.apply(s, parts.signatureBytes())).token();
        });
  }

  private static Attack changed(Attack attack, String name, UnaryOperator<byte[]> change) {
    return changed(attack, name, (s, signature) -> change.apply(signature));
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
      changed(attack, "to " + kept + " bytes", signature -> Arrays.copyOf(signature, kept));
    }
    changed(attack, "by a byte", signature -> Arrays.copyOf(signature, signature.length - 1));
    return changed(attack, "by its first byte", sig -> Arrays.copyOfRange(sig, 1, sig.length));
  }

  private static Attack extended() {
    Attack attack =
        attack("sig-extended", "a good signature and more", "RFC 7515 5.2; V-8").needs(KEY);
    changed(attack, "a byte behind", signature -> Der.joined(signature, new byte[1]));
    changed(attack, "a byte before", signature -> Der.joined(new byte[1], signature));
    changed(attack, "twice", signature -> Der.joined(signature, signature));
    return changed(attack, "64 bytes behind", signature -> Der.joined(signature, new byte[64]));
  }

  private static Attack bitFlipped() {
    Attack attack = attack("sig-bit", "one bit is another", "RFC 7515 5.2; V-8").needs(KEY);
    for (int i = 0; i < 16; i++) {
      int sixteenth = i;
      changed(attack, "in sixteenth " + (i + 1), signature -> flipped(signature, sixteenth));
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
    changed(attack, "backwards", SignatureAttacks::reversed);
    changed(attack, "halves swapped", SignatureAttacks::swapped);
    return changed(attack, "all bits turned", SignatureAttacks::turned);
  }

  private static Attack otherTokens() {
    return attack("sig-other-token", "a good signature of another token", "RFC 7515 5.2; V-8")
        .needs(KEY)
        .token(
            "of another launch",
            s -> Parts.of(s.genuine()).withSignature(Parts.of(s.genuine()).signature()).token())
        .token(
            "of the same with other order",
            s -> {
              Draft draft = s.draft();
              String backwards = s.signed(draft.encodedPayload(), draft.encodedHeader());
              return draft.input() + "." + Parts.of(backwards).signature();
            });
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

  private static Attack changedPayload() {
    return attack("sig-payload", "a claim was changed after signing", "RFC 7515 5.2; V-8")
        .needs(KEY)
        .token(
            "the user", s -> repacked(s, d -> d.claim(s.profile().user(), s.profile().otherUser())))
        .token(
            "the patient",
            s -> repacked(s, d -> d.claim(s.profile().patient(), s.profile().otherPatient())))
        .token("the id", s -> repacked(s, d -> d.claim("jti", "another")))
        .token("the time", s -> repacked(s, d -> d.claim("iat", s.now() - 1)))
        .token("one more", s -> repacked(s, d -> d.claim("admin", true)))
        .token("a blank more", s -> repacked(s, d -> d.payloadText(text -> text + " ")));
  }

  // The claims of another draft under the header and signature of a good token.
  private static String repacked(Scene scene, UnaryOperator<Draft> change) {
    Draft draft = scene.draft();
    String good = scene.signed(draft);
    return Parts.of(good).withPayload(change.apply(draft).encodedPayload()).token();
  }

  private static Attack changedHeader() {
    return attack("sig-header", "the header was changed after signing", "RFC 7515 5.2; V-8")
        .needs(KEY)
        .token("a member more", s -> reheaded(s, d -> d.header("x", 1)))
        .token("another kid", s -> reheaded(s, d -> d.header("kid", "1")))
        .token("without typ", s -> reheaded(s, d -> d.withoutHeader("typ")))
        .token("a blank more", s -> reheaded(s, d -> d.headerText(text -> text + " ")));
  }

  private static String reheaded(Scene scene, UnaryOperator<Draft> change) {
    Draft draft = scene.draft();
    String good = scene.signed(draft);
    return Parts.of(good).withHeader(change.apply(draft).encodedHeader()).token();
  }

  private static Attack ofPayloadAlone() {
    return attack("sig-of-payload", "only the payload was signed", "RFC 7515 5.1; V-8")
        .needs(KEY)
        .token("encoded", s -> over(s, Draft::encodedPayload))
        .token("as JSON", s -> over(s, Draft::payloadText));
  }

  private static Attack ofHeaderAlone() {
    return attack("sig-of-header", "only the header was signed", "RFC 7515 5.1; V-8")
        .needs(KEY)
        .token("encoded", s -> over(s, Draft::encodedHeader))
        .token("with its dot", s -> over(s, d -> d.encodedHeader() + "."))
        .token("nothing at all", s -> over(s, d -> ""));
  }

  private static Attack ofPlainJson() {
    return attack("sig-of-json", "the JSON was signed, not its encoding", "RFC 7515 5.1; V-8")
        .needs(KEY)
        .token("with a dot", s -> over(s, d -> d.headerText() + "." + d.payloadText()))
        .token(
            "payload unencoded (RFC 7797)",
            s -> over(s, d -> d.encodedHeader() + "." + d.payloadText()))
        .token("without a dot", s -> over(s, d -> d.encodedHeader() + d.encodedPayload()));
  }

  private static Attack ofOtherSpelling() {
    return attack(
            "sig-of-spelling", "the input was signed in another spelling", "RFC 7515 5.1; V-8")
        .needs(KEY)
        .token("with a line end", s -> over(s, d -> d.input() + "\n"))
        .token("in lower case", s -> over(s, d -> d.input().toLowerCase(Locale.ROOT)))
        .token("padded", s -> over(s, d -> d.encodedHeader() + "=." + d.encodedPayload() + "="))
        .token("with a dot more", s -> over(s, d -> d.input() + "."))
        .token("hashed before", s -> over(s, d -> HexFormat.of().formatHex(sha256(d.input()))));
  }

  private static String over(Scene scene, Function<Draft, String> input) {
    Draft draft = scene.draft();
    return draft.withSignature(scene.signer().sign(input.apply(draft).getBytes(US_ASCII)));
  }

  private static Attack digest() {
    return attack("sig-digest", "the signature is a hash without a key", "RFC 7515 5.2; V-8")
        .token("SHA-256", s -> unkeyed(s.draft(), d -> sha256(d.input())))
        .token("SHA-256 of the payload", s -> unkeyed(s.draft(), d -> sha256(d.encodedPayload())));
  }

  private static String unkeyed(Draft draft, Function<Draft, byte[]> hash) {
    return draft.withSignature(hash.apply(draft));
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

  private static Attack psychic() {
    Attack attack = attack("sig-psychic", "an ECDSA signature of zeros", "CVE-2022-21449; V-11");
    for (String algorithm : List.of("ES256", "ES384", "ES512")) {
      int length = algorithm.equals("ES256") ? 64 : algorithm.equals("ES384") ? 96 : 132;
      attack.token(
          algorithm, s -> s.draft().header("alg", algorithm).withSignature(new byte[length]));
    }
    return attack.token("EdDSA", s -> s.draft().header("alg", "EdDSA").withSignature(new byte[64]));
  }

  private static Attack psychicDer() {
    byte[] zeros = Der.sequence(Der.integer(BigInteger.ZERO), Der.integer(BigInteger.ZERO));
    byte[] ones = Der.sequence(Der.integer(BigInteger.ONE), Der.integer(BigInteger.ONE));
    return attack("sig-psychic-der", "the same in DER", "CVE-2022-21449; V-11")
        .token("zeros", s -> s.draft().header("alg", "ES256").withSignature(zeros))
        .token("ones", s -> s.draft().header("alg", "ES256").withSignature(ones))
        .token(
            "an empty SEQUENCE",
            s -> s.draft().header("alg", "ES256").withSignature(Der.sequence()));
  }

  private static Attack ecDer() {
    Attack attack =
        attack("sig-ec-der", "a good ECDSA signature in DER", "RFC 7518 3.4; V-11").needs(EC_KEY);
    changed(attack, "as it is", (s, sig) -> numbers(s).der(sig));
    return changed(attack, "its twin", (s, sig) -> numbers(s).der(numbers(s).twin(sig)));
  }

  private static Attack ecNumbers() {
    Attack attack =
        attack(
                "sig-ec-numbers",
                "the two numbers are none of an ECDSA signature",
                "FIPS 186-5 6.4.2; V-11")
            .needs(EC_KEY);
    changed(attack, "the order twice", (s, sig) -> numbers(s).orders());
    changed(attack, "r is zero", (s, sig) -> numbers(s).zeroR(sig));
    changed(attack, "s is zero", (s, sig) -> numbers(s).zeroS(sig));
    changed(attack, "r over the order", (s, sig) -> numbers(s).reduced(sig));
    changed(attack, "s before r", (s, sig) -> numbers(s).swapped(sig));
    return changed(attack, "a zero before each", (s, sig) -> numbers(s).longer(sig));
  }

  private static EcNumbers numbers(Scene scene) {
    return new EcNumbers((ECPrivateKey) scene.signer().key());
  }

  private static Attack rsaPadding() {
    Attack attack =
        attack(
                "sig-rsa-padding",
                "RSA by the partner's key, padded wrongly",
                "RFC 8017 8.2.2; CVE-2006-4339; V-8")
            .needs(RSA_KEY);
    raw(attack, "not at all", RawRsa::unpadded);
    raw(attack, "without the hash's name", RawRsa::withoutHashName);
    raw(attack, "with another hash's name", RawRsa::withOtherHashName);
    raw(attack, "SHA-1", RawRsa::sha1);
    raw(attack, "as encryption is", RawRsa::encryptionBlock);
    raw(attack, "with zeros", RawRsa::zeroBlock);
    raw(attack, "garbage behind the hash", RawRsa::garbageBehind);
    return raw(attack, "with other bytes", RawRsa::otherFilling);
  }

  private static Attack raw(
      Attack attack, String name, BiFunction<RawRsa, String, byte[]> signature) {
    return attack.token(
        name,
        s -> {
          Draft draft = s.draft();
          RawRsa rsa = new RawRsa((RSAPrivateKey) s.signer().key());
          return draft.withSignature(signature.apply(rsa, draft.input()));
        });
  }

  private static Attack rsaShortened() {
    Attack attack =
        attack("sig-rsa-length", "a good RSA signature in another length", "RFC 8017 8.2.2; V-8")
            .needs(RSA_KEY);
    changed(attack, "a zero byte before", signature -> Der.joined(new byte[1], signature));
    changed(attack, "as an INTEGER", signature -> Der.integer(new BigInteger(1, signature)));
    return changed(
        attack,
        "plus the modulus",
        (s, signature) ->
            new BigInteger(1, signature)
                .add(((RSAPrivateKey) s.signer().key()).getModulus())
                .toByteArray());
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
      noise = Der.joined(noise, sha256("noise" + i));
    }
    return Arrays.copyOf(noise, length);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
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
