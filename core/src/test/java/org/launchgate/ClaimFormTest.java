package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.launchgate.RefusalReason.AUDIENCE_NOT_ALLOWED;
import static org.launchgate.RefusalReason.CLAIM_MALFORMED;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What any mapped value may look like, and whom a token may be meant for. Rows 21, 28, 34. */
class ClaimFormTest {
  private final VerifierFixture at = new VerifierFixture();

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x09, 0x0A, 0x0D, 0x1F, 0x7F, 0x80, 0x9F, 0x2028, 0x2029, 0x202A, 0x202D, 0x202E,
        0x2066, 0x2069, 0x200B, 0x200E, 0x200F, 0x061C, 0xFEFF, 0xE0041, 0xFFFE, 0xFFFF, 0xFDD0
      })
  @Clause("V-34")
  void charactersThatDoNotShowAreRefused(int codePoint) {
    String character = Character.toString(codePoint);
    at.refusePayload(
        TestPartner.exorliveToken().nested("contact", "lastname", "Yo" + character + "da"),
        CLAIM_MALFORMED);
    at.refuse(at.zorgdomein().claim("context.icpc", "T" + character + "90"), CLAIM_MALFORMED);
  }

  /** Each leaves nothing on a screen, though Unicode calls it a letter or a mark. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        0x034F, 0x115F, 0x1160, 0x17B4, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFE00,
        0xFE0F, 0xFFA0, 0xE0100, 0xE01EF
      })
  @Clause({"V-28", "V-34"})
  void fillersAreRefusedAloneAndInIdentifiersAndAcceptedInNames(int codePoint) {
    String filler = Character.toString(codePoint);
    at.refuse(at.zorgdomein().claim("context.icpc", filler + " " + filler), CLAIM_MALFORMED);
    for (String claim :
        List.of("user-id.value", "user-id.system", "org-id.value", "context.patient-id")) {
      at.refuse(at.zorgdomein().claim(claim, "1" + filler + "2"), CLAIM_MALFORMED);
    }
    at.acceptPayload(
        TestPartner.exorliveToken().nested("contact", "lastname", "Yo" + filler + "da"));
    at.refusePayload(
        TestPartner.exorliveToken().nested("contact", "lastname", filler), CLAIM_MALFORMED);
    at.refusePayload(
        TestPartner.exorliveToken().nested("contact", "ssn", "1" + filler), CLAIM_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x200C, 0x200D})
  @Clause("V-34")
  void joinersAreRefusedInIdentifiers(int joiner) {
    at.refuse(
        at.zorgdomein().claim("user-id.value", "1" + Character.toString(joiner) + "2"),
        CLAIM_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Łukasz Żółć", "محمد", "נועה", "李小龍", "O’Brien-Ó", "a\u200Cb", "😀"})
  @Clause("V-34")
  void namesInAnyScriptAreAccepted(String name) {
    LaunchContext context =
        at.acceptPayload(TestPartner.exorliveToken().nested("contact", "lastname", name));
    assertThat(context.patient().orElseThrow().familyName()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "   ", "\u00A0", "\u2003\u3000", "\u200D", "\u200C \u200D"})
  @Clause("V-28")
  void aValueThatShowsNothingIsRefused(String blank) {
    at.refuse(at.zorgdomein().claim("jti", blank), CLAIM_MALFORMED);
    at.refuse(at.zorgdomein().claim("user-id.value", blank), CLAIM_MALFORMED);
    at.refuse(at.zorgdomein().claim("context.icpc", blank), CLAIM_MALFORMED);
  }

  @Test
  @Clause({"V-28", "V-34"})
  void identifiersOf255CharactersAreAcceptedAndOf256Refused() {
    for (String claim : List.of("jti", "user-id.value", "context.patient-id")) {
      at.accept(at.zorgdomein().claim(claim, claim + "x".repeat(255 - claim.length())));
      at.refuse(at.zorgdomein().claim(claim, "x".repeat(256)), CLAIM_MALFORMED);
    }
  }

  @Test
  void unknownClaimsAreCarriedAndNotTrusted() {
    LaunchContext context =
        at.accept(at.zorgdomein().claim("x", List.of("a", 1, Arrays.asList(true, null))));
    assertThat(context.claims().asMap()).containsKey("x");
    assertThat(context.claims().text("iss")).contains("Demo XIS");
    assertThat(context.claims().text("iat")).isEmpty();
    assertThat(context.claims().contains("x")).isTrue();
    assertThat(context.claims().contains("nothing")).isFalse();
  }

  @Nested
  @SuppressWarnings("ClassCanBeStatic")
  class Audience {
    private final VerifierFixture named =
        new VerifierFixture(TestPartner.zorgdomeinBuilder().audience("module.example.com").build());

    @Test
    @Clause("V-21")
    void thatNamesUsIsAcceptedAloneOrAmongOthers() {
      named.accept(named.zorgdomein().claim("aud", "module.example.com"));
      named.accept(named.zorgdomein().claim("aud", List.of("other", "module.example.com")));
    }

    @Test
    @Clause("V-21")
    void thatIsAbsentOrAnotherIsRefused() {
      named.refuse(named.zorgdomein(), AUDIENCE_NOT_ALLOWED);
      for (Object audience :
          List.of("", "Module.example.com", "module.example.com/", List.of(), List.of("x"), 7)) {
        named.refuse(named.zorgdomein().claim("aud", audience), AUDIENCE_NOT_ALLOWED);
      }
      named.refuse(
          named.zorgdomein().claim("aud", List.of("module.example.com", 7)), AUDIENCE_NOT_ALLOWED);
    }

    @Test
    @Clause("V-21")
    void thatWasNotAgreedIsRefused() {
      VerifierFixture silent = new VerifierFixture();
      silent.refuse(silent.zorgdomein().claim("aud", "somebody"), AUDIENCE_NOT_ALLOWED);
      silent.refuse(silent.zorgdomein().claim("aud", null), AUDIENCE_NOT_ALLOWED);
    }
  }
}
