package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.TestPartner;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerHints;
import org.launchgate.spi.PartnerKey;

/** Which partner the hints of a token lead to: path, else issuer, else key id. */
class ConfiguredPartnersTest {
  private static final ConfiguredPartners PARTNERS =
      ConfiguredPartners.of(
          List.of(
              partner("with-issuer", 1).issuer("Issuer").build(),
              partner("without-issuer", 2).build(),
              partner("path-issuer", 3).issuer("Path issuer").pathOnly(true).build(),
              partner("path-key", 4).pathOnly(true).build()));

  /** A partner whose key has its number. */
  private static Partner.Builder partner(String id, int number) {
    return partner(id, number, "kid-" + number);
  }

  private static Partner.Builder partner(String id, int number, String keyId) {
    byte[] secret = new byte[32];
    secret[0] = (byte) number;
    secret[1] = (byte) (number >> 8);
    return Partner.builder(id, TestPartner.profile("exorlive"))
        .keys(
            List.of(
                PartnerKey.of(
                    keyId, new SecretKeySpec(secret, "HMAC"), Set.of(SigningAlgorithm.HS256))));
  }

  private static PartnerHints hints(
      @Nullable String path, @Nullable String issuer, @Nullable String keyId) {
    return new PartnerHints(
        Optional.ofNullable(path), Optional.ofNullable(issuer), Optional.ofNullable(keyId));
  }

  @ParameterizedTest
  @MethodSource("found")
  void hintsLeadToThePartner(PartnerHints hints, String id) {
    assertThat(PARTNERS.find(hints)).map(Partner::id).contains(id);
  }

  static Stream<Arguments> found() {
    return Stream.of(
        argumentSet("path alone", hints("without-issuer", null, null), "without-issuer"),
        argumentSet(
            "path before issuer", hints("without-issuer", "Issuer", null), "without-issuer"),
        argumentSet("path before key id", hints("with-issuer", null, "kid-2"), "with-issuer"),
        argumentSet("path before both", hints("path-key", "Issuer", "kid-2"), "path-key"),
        argumentSet("issuer alone", hints(null, "Issuer", null), "with-issuer"),
        argumentSet("issuer before key id", hints(null, "Issuer", "kid-2"), "with-issuer"),
        argumentSet("issuer with an unknown key id", hints(null, "Issuer", "none"), "with-issuer"),
        argumentSet(
            "key id of a partner without issuer", hints(null, null, "kid-2"), "without-issuer"),
        argumentSet(
            "path of one that is path only", hints("path-issuer", null, null), "path-issuer"));
  }

  @ParameterizedTest
  @MethodSource("notFound")
  void hintThatLeadsNowhereNeverFallsThrough(PartnerHints hints) {
    assertThat(PARTNERS.find(hints)).isEmpty();
  }

  static Stream<Arguments> notFound() {
    return Stream.of(
        argumentSet("no hints", hints(null, null, null)),
        argumentSet("unknown path, known issuer", hints("nobody", "Issuer", null)),
        argumentSet("unknown path, known key id", hints("nobody", null, "kid-2")),
        argumentSet("empty path, known issuer", hints("", "Issuer", "kid-2")),
        argumentSet("unknown issuer, known key id", hints(null, "Nobody", "kid-2")),
        argumentSet("empty issuer, known key id", hints(null, "", "kid-2")),
        argumentSet("unknown key id", hints(null, null, "nobody")),
        argumentSet("key id of a partner with issuer", hints(null, null, "kid-1")),
        argumentSet("issuer of one that is path only", hints(null, "Path issuer", null)),
        argumentSet("key id of one that is path only", hints(null, null, "kid-4")),
        argumentSet("path in another case", hints("With-Issuer", null, null)),
        argumentSet("issuer in another case", hints(null, "issuer", null)),
        argumentSet("prefix of an issuer", hints(null, "Issue", null)),
        argumentSet("issuer with more behind it", hints(null, "Issuer ", null)),
        argumentSet("issuer as path", hints("Issuer", null, null)),
        argumentSet("id as issuer", hints(null, "with-issuer", null)));
  }

  @Test
  void everyKeyIdOfAPartnerWithoutIssuerLeadsToIt() {
    PartnerKey other = partner("x", 9, "second").build().keys().get(0);
    List<PartnerKey> keys = new ArrayList<>(partner("x", 8, "first").build().keys());
    keys.add(other);
    ConfiguredPartners partners =
        ConfiguredPartners.of(
            List.of(Partner.builder("both", TestPartner.profile("exorlive")).keys(keys).build()));

    assertThat(partners.find(hints(null, null, "first"))).map(Partner::id).contains("both");
    assertThat(partners.find(hints(null, null, "second"))).map(Partner::id).contains("both");
  }

  @Test
  void eachOfAThousandPartnersIsFoundByEachOfItsHints() {
    List<Partner> many =
        IntStream.range(0, 1000)
            .mapToObj(
                number ->
                    number % 2 == 0
                        ? partner("p" + number, number).issuer("issuer " + number).build()
                        : partner("p" + number, number).build())
            .toList();
    ConfiguredPartners partners = ConfiguredPartners.of(many);

    assertThat(partners.all()).isEqualTo(many);
    for (int number = 0; number < 1000; number++) {
      Partner partner = many.get(number);
      assertThat(partners.find(hints(partner.id(), null, null))).containsSame(partner);
      assertThat(
              partners.find(
                  number % 2 == 0
                      ? hints(null, "issuer " + number, null)
                      : hints(null, null, "kid-" + number)))
          .containsSame(partner);
    }
  }

  @ParameterizedTest
  @MethodSource("toldApart")
  void partnersThatCanBeToldApartAreAccepted(Partner one, Partner two) {
    ConfiguredPartners partners = ConfiguredPartners.of(List.of(one, two));

    assertThat(partners.find(hints("one", null, null))).containsSame(one);
    assertThat(partners.find(hints("two", null, null))).containsSame(two);
  }

  static Stream<Arguments> toldApart() {
    return Stream.of(
        argumentSet(
            "same issuer, both path only",
            partner("one", 1).issuer("x").pathOnly(true).build(),
            partner("two", 2).issuer("x").pathOnly(true).build()),
        argumentSet(
            "no issuer and same kid, both path only",
            partner("one", 1, "k").pathOnly(true).build(),
            partner("two", 2, "k").pathOnly(true).build()),
        argumentSet(
            "same kid, different issuers",
            partner("one", 1, "k").issuer("x").build(),
            partner("two", 2, "k").issuer("y").build()),
        argumentSet(
            "same kid, one with issuer",
            partner("one", 1, "k").issuer("x").build(),
            partner("two", 2, "k").build()),
        argumentSet(
            "same key, different issuers",
            partner("one", 1).issuer("x").build(),
            partner("two", 1).issuer("y").build()),
        argumentSet(
            "issuers that differ in case",
            partner("one", 1).issuer("x").build(),
            partner("two", 2).issuer("X").build()));
  }

  @ParameterizedTest
  @MethodSource("confusable")
  void partnersOfAProgramThatCannotBeToldApartAreRefused(Partner one, Partner two, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfiguredPartners.of(List.of(one, two)))
        .withMessageStartingWith(
            "partners: partners \"" + one.id() + "\" and \"" + two.id() + "\" ")
        .withMessageContaining(message);
  }

  static Stream<Arguments> confusable() {
    return Stream.of(
        argumentSet(
            "same id",
            partner("one", 1).build(),
            partner("one", 2).build(),
            "have the same \"id\""),
        argumentSet(
            "same issuer",
            partner("one", 1).issuer("x").build(),
            partner("two", 2).issuer("x").build(),
            "have the same \"issuer\""),
        argumentSet(
            "same kid",
            partner("one", 1, "k").build(),
            partner("two", 2, "k").build(),
            "a key with the same \"kid\""),
        argumentSet(
            "one secret under two names of algorithms",
            partner("one", 1).build(),
            Partner.builder("two", TestPartner.profile("exorlive"))
                .keys(
                    List.of(
                        PartnerKey.of(
                            "other",
                            new SecretKeySpec(
                                partner("x", 1).build().keys().get(0).key().getEncoded(), "AES"),
                            Set.of(SigningAlgorithm.HS256))))
                .build(),
            "share a key"));
  }
}
