package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A profile that uses one of two, whichever a token asks for. */
class ProfileChoiceTest {
  private final ProfileTexts.Files files = new ProfileTexts.Files();

  private static LaunchProfile builtIn(String name) {
    return Profiles.builtIn(name).orElseThrow();
  }

  @Test
  void ordinaryProfileIsUsedForEveryToken() {
    assertThat(builtIn("hti-2.0").forClaims(Map.of("task", Map.of()))).isSameAs(builtIn("hti-2.0"));
    assertThat(builtIn("hti-2.0").alternatives()).containsExactly(builtIn("hti-2.0"));
  }

  @Test
  void presenceOfTheClaimChooses() {
    LaunchProfile hti = builtIn("hti");

    assertThat(hti.forClaims(Map.of("task", Map.of()))).isEqualTo(builtIn("hti-1.1"));
    assertThat(hti.forClaims(Collections.singletonMap("task", null))).isEqualTo(builtIn("hti-1.1"));
    assertThat(hti.forClaims(Map.of("task", ""))).isEqualTo(builtIn("hti-2.0"));
    assertThat(hti.forClaims(Map.of())).isEqualTo(builtIn("hti-2.0"));
    assertThat(hti.alternatives()).containsExactly(builtIn("hti-1.1"), builtIn("hti-2.0"));
  }

  @Test
  void whatOneOfTheTwoMarksAsPersonalIsPersonal() {
    LaunchProfile profile =
        files.inline(
            """
            {'profile': 'both', 'choose': {'claim': '/task', 'present': 'hti-2.0',
             'absent': {'extends': 'hti-2.0', 'personal': ['patient', 'user']}}}
            """);

    assertThat(profile.firstPersonal(Set.of(ContextField.PATIENT_ID, ContextField.USER_VALUE)))
        .contains(ContextField.USER_VALUE);
    assertThat(profile.firstPersonal(Set.of(ContextField.PATIENT_ID)))
        .contains(ContextField.PATIENT_ID);
    assertThat(profile.firstPersonal(Set.of(ContextField.TASK))).isEmpty();
    assertThat(builtIn("hti-2.0").firstPersonal(Set.of(ContextField.PATIENT_ID))).isEmpty();
  }

  @Test
  void beforeThereIsATokenItIsWhatBothNeedTogether() {
    LaunchProfile profile =
        files.inline(
            """
            {'profile': 'both', 'choose': {'claim': '/task', 'present': 'zorgdomein',
             'absent': {'extends': 'koppeltaal-2.0', 'issuer': 'optional',
                        'otherAudiences': 'refused'}}}
            """);

    assertThat(profile.name()).isEqualTo("both");
    assertThat(profile.travelsIn("launch", Channel.FORM)).isTrue();
    assertThat(profile.travelsIn("token", Channel.QUERY)).isTrue();
    assertThat(profile.algorithms()).isEqualTo(builtIn("hti-2.0").algorithms());
    assertThat(profile.issuerRequired()).isTrue();
    assertThat(profile.audienceRequired()).isTrue();
    assertThat(profile.keyIdRequired()).isTrue();
    assertThat(profile.parties().otherAudiencesAllowed()).isFalse();
    assertThat(profile.header().typeRequired()).isFalse();
  }

  @Test
  void typIsDemandedBeforeThereIsATokenWhereBothDemandIt() {
    String demanded = "'header': {'typPresence': 'required'}";
    String text =
        """
        {'profile': 'both', 'choose': {'claim': '/task',
         'present': {'extends': 'zorgdomein', %s}, 'absent': {'extends': 'hti-2.0', %s}}}
        """;

    assertThat(files.inline(text.formatted(demanded, demanded)).header().typeRequired()).isTrue();
    assertThat(files.inline(text.formatted(demanded, "'header': {}")).header().typeRequired())
        .isFalse();
  }

  @Test
  void overridesApplyToBoth() {
    LaunchProfile profile =
        files.inline("{'extends': 'hti', 'profile': 'ours', 'time': {'maxLifetime': 900}}");

    assertThat(profile.name()).isEqualTo("ours");
    assertThat(profile.alternatives())
        .allSatisfy(
            either -> assertThat(either.time().maxLifetime()).contains(Duration.ofMinutes(15)))
        .extracting(LaunchProfile::name)
        .containsExactly("hti-1.1", "hti-2.0");
  }

  @Test
  void membersBesideTheChoiceApplyToBoth() {
    LaunchProfile profile =
        files.inline(
            """
            {'profile': 'ours', 'choose': {'claim': '/task', 'present': 'hti-1.1',
             'absent': 'hti-2.0'}, 'algorithms': ['ES256']}
            """);

    assertThat(profile.alternatives())
        .allSatisfy(
            either -> assertThat(either.algorithms()).isEqualTo(Set.of(SigningAlgorithm.ES256)));
  }

  @Test
  void choiceMayLeadToAnotherChoiceAndToFiles() {
    files.with("own.json", ProfileTexts.LEAST);
    LaunchProfile profile =
        files.inline(
            """
            {'profile': 'three', 'choose': {'claim': '/old', 'present': 'own.json',
             'absent': 'hti'}}
            """);

    assertThat(profile.forClaims(Map.of("old", true)).name()).isEqualTo("own");
    assertThat(profile.forClaims(Map.of("task", Map.of())).name()).isEqualTo("hti-1.1");
    assertThat(profile.forClaims(Map.of()).name()).isEqualTo("hti-2.0");
  }

  @Test
  void freshnessAndWindowReachBoth() {
    LaunchProfile profile =
        files
            .inline(
                """
                {'profile': 'two', 'choose': {'claim': '/x', 'present': 'exorlive',
                 'absent': {'extends': 'exorlive', 'profile': 'other'}}}
                """)
            .withFreshnessRequired()
            .withDigestWindow(Duration.ofSeconds(5));

    assertThat(profile.alternatives())
        .hasSize(2)
        .allSatisfy(
            either -> {
              assertThat(either.time().issuedAtRequired()).isTrue();
              assertThat(either.replay().tokenIdRequired()).isTrue();
              assertThat(either.replay().digestWindow()).isEqualTo(Duration.ofSeconds(5));
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'choose': {}} | profile: \"profile\" is missing; it must be a text",
        "{'profile': 'x', 'choose': 'hti'} | profile: choose: must be an object",
        "{'profile': 'x', 'choose': {}} | profile: choose: \"claim\" is missing",
        "{'profile': 'x', 'choose': {'claim': 'a'}} | choose: \"claim\" must name a claim by a",
        "{'profile': 'x', 'choose': {'claim': '/a'}} | choose: \"present\" is missing",
        "{'profile': 'x', 'choose': {'claim': '/a', 'present': 'hti'}} | \"absent\" is missing",
        "{'profile': 'x', 'choose': {'claim': '/a', 'present': 'hto', 'absent': 'hti'}} |"
            + " choose: \"present\" must be one of zorgdomein,",
        "{'profile': 'x', 'choose': {'claim': '/a', 'present': {}, 'absent': 'hti'}} |"
            + " choose: present: \"profile\" is missing",
        "{'profile': 'x', 'choose': {'claim': '/a', 'present': 'hti', 'absent': 'hti', 'b': 1}} |"
            + " choose: unknown member \"b\"; allowed are absent, claim, present",
        "{'extends': 'hti', 'choose': {'claim': '/a'}} | \"choose\" cannot stand beside",
        "{'extends': 'hti', 'profile': 7} | \"profile\" must be a text",
        "{'extends': 'hti', 'time': {'skew': 121}} | (extends hti): profile \"hti-1.1\": time:"
      })
  void mistakeIsRefusedWithItsPlaceAndWhatIsAllowed(String json, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> files.inline(json))
        .withMessageContaining(message);
  }

  @Test
  void choiceThatLeadsBackIsRefused() {
    files.with(
        "own.json",
        "{'profile': 'x', 'choose': {'claim': '/a', 'present': 'own.json', 'absent': 'hti'}}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> files.asked("own.json"))
        .withMessageContaining("own.json: choose: \"present\" leads back to where it came from");
  }
}
