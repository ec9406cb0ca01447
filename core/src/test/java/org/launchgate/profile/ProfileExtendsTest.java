package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.launchgate.profile.ClaimRule.Form;
import org.launchgate.profile.ClaimRule.Presence;

/** A profile that says only how it differs from another. */
class ProfileExtendsTest {
  private final ProfileTexts.Files files = new ProfileTexts.Files();

  private static ClaimRule rule(LaunchProfile profile, String pointer) {
    return profile.claims().stream()
        .filter(rule -> rule.claim().equals(JsonPointer.parse(pointer)))
        .findFirst()
        .orElseThrow();
  }

  private static LaunchProfile hti20() {
    return Profiles.builtIn("hti-2.0").orElseThrow();
  }

  @Nested
  class Merge {
    @Test
    void whatIsNotNamedIsTheBases() {
      assertThat(files.inline("{'extends': 'hti-2.0'}")).isEqualTo(hti20());
    }

    @Test
    void nameIsItsOwnWhereItHasOne() {
      assertThat(files.inline("{'extends': 'hti-2.0', 'profile': 'ours'}").name())
          .isEqualTo("ours");
      assertThat(ProfileTexts.read("{'extends': 'hti-2.0'}").name()).isEqualTo("hti-2.0");
    }

    @Test
    void memberOfAnObjectIsReplacedAloneAndTakenAwayByNull() {
      LaunchProfile profile =
          files.inline(
              """
              {'extends': 'hti-2.0', 'time': {'maxLifetime': null, 'maxAge': 900, 'skew': 0},
               'header': {'kid': 'required'}, 'replay': {'window': 60, 'claim': '/id'}}
              """);

      assertThat(profile.time())
          .isEqualTo(new TimeRules(true, true, Duration.ofMinutes(15), null, Duration.ZERO));
      assertThat(profile.header()).isEqualTo(new HeaderRules(true, Set.of("jwt"), false));
      assertThat(profile.replay())
          .isEqualTo(
              new ReplayRules(
                  JsonPointer.parse("/id"), true, Duration.ofMinutes(1), Duration.ofMinutes(1)));
      assertThat(profile.claims()).isEqualTo(hti20().claims());
    }

    @Test
    void ruleOfAClaimIsReplacedMemberByMember() {
      LaunchProfile profile =
          files.inline(
              """
              {'extends': 'hti-2.0', 'claims': {'/patient': {'presence': 'required'},
               '/nonce': null, '/new': {'type': 'integer'}}}
              """);

      assertThat(rule(profile, "/patient").presence()).isEqualTo(Presence.REQUIRED);
      assertThat(rule(profile, "/patient").form()).isEqualTo(Form.REFERENCE);
      assertThat(rule(profile, "/patient").limits()).isEqualTo(rule(hti20(), "/patient").limits());
      assertThat(rule(profile, "/new").form()).isEqualTo(Form.INTEGER);
      assertThat(profile.claims())
          .extracting(rule -> rule.claim().toString())
          .doesNotContain("/nonce")
          .contains("/scope");
    }

    @Test
    void listsAreReplacedAsAWhole() {
      LaunchProfile profile =
          files.inline(
              """
              {'extends': 'zorgdomein', 'algorithms': ['ES256'], 'together': null,
               'carriers': [{'in': ['body']}]}
              """);

      assertThat(profile.algorithms()).containsExactly(SigningAlgorithm.ES256);
      assertThat(profile.together()).isEmpty();
      assertThat(profile.carriers()).containsExactly(new Carrier("", Set.of(Channel.BODY)));
    }

    @Test
    void fieldOfTheContextIsReplacedAsAWhole() {
      LaunchProfile profile =
          files.inline(
              """
              {'extends': 'exorlive', 'context': {'user.system': {'claim': '/system'}, 'problem': null,
               'organization.system': null, 'organization.value': null,
               'organization.identifier': [{'system': '/s', 'value': '/v'}]}}
              """);

      assertThat(profile.context().fields())
          .containsEntry(
              ContextField.USER_SYSTEM, new ValueSource.Claim(JsonPointer.parse("/system")))
          .containsKey(ContextField.PATIENT_ID)
          .doesNotContainKeys(ContextField.PROBLEM, ContextField.ORGANIZATION_VALUE);
      assertThat(profile.context().identifiers()).containsOnlyKeys(ContextIdentifier.ORGANIZATION);
    }

    @Test
    void identifiersCanBeMarkedAsPersonal() {
      assertThat(hti20().context().personal()).isEmpty();
      assertThat(files.inline("{'extends': 'hti-2.0', 'personal': ['user', 'patient']}").context())
          .extracting(ContextRules::personal)
          .isEqualTo(Set.of(ContextField.USER_VALUE, ContextField.PATIENT_ID));
    }

    @Test
    void mergedProfileIsCheckedAsOne() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> files.inline("{'extends': 'zorgdomein', 'time': {'maxAge': null}}"))
          .withMessage(
              "partners.json: partner \"p\": profile (extends zorgdomein): profile"
                  + " \"zorgdomein\": time: \"maxAge\" is missing; a token with \"iat\" and"
                  + " without \"exp\" would never expire");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> files.inline("{'extends': 'hti-2.0', 'tmie': {}}"))
          .withMessageContaining("profile (extends hti-2.0): profile \"hti-2.0\": unknown member");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> files.inline("{'extends': 'hti-2.0', 'time': 5}"))
          .withMessageContaining("profile \"hti-2.0\": time: must be an object");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> files.inline("{'extends': 'hti-2.0', 'context': 5}"))
          .withMessageContaining("profile \"hti-2.0\": context: must be an object");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> files.inline("{'extends': 'hti-2.0', 'claims': {'/sub': 'x'}}"))
          .withMessageContaining("claims: /sub: must be an object");
    }
  }

  @Nested
  class Reference {
    @Test
    void fileIsRelativeToTheOneThatNamesIt() {
      files
          .with("profiles/own.json", "{'extends': 'bases/base.json', 'profile': 'mine'}")
          .with("profiles/bases/base.json", "{'extends': 'more.json', 'time': {'skew': 5}}")
          .with("profiles/bases/more.json", ProfileTexts.LEAST);

      LaunchProfile profile = files.asked("profiles/own.json");

      assertThat(profile.name()).isEqualTo("mine");
      assertThat(profile.time().skew()).isEqualTo(Duration.ofSeconds(5));
      assertThat(files.filesRead())
          .containsExactly(
              "profiles/own.json", "profiles/bases/base.json", "profiles/bases/more.json");
    }

    @Test
    void builtInProfilesNeedNoFile() {
      assertThat(files.asked("koppeltaal-2.0"))
          .isSameAs(Profiles.builtIn("koppeltaal-2.0").orElseThrow());
      assertThat(files.filesRead()).isEmpty();
    }

    @Test
    void fileThatIsNotThereIsNamed() {
      files.with("own.json", "{'extends': 'base.json'}");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> files.asked("own.json"))
          .withMessage(
              "own.json: \"extends\" names the file base.json, which is not there or unreadable");
    }

    @Test
    void mistakeInABaseNamesItsFile() {
      files.with("own.json", "{'extends': 'base.json'}").with("base.json", "{'profile': 'x',}");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> files.asked("own.json"))
          .withMessageStartingWith("base.json: line 1, column");
    }

    @Test
    void unknownNameIsRefusedWithThoseThatThereAre() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> files.inline("{'extends': 'hti-3.0'}"))
          .withMessage(
              "partners.json: partner \"p\": profile: \"extends\" must be one of zorgdomein,"
                  + " exorlive, hti-1.1, hti-2.0, hti, koppeltaal-2.0, or a file that ends in"
                  + " .json");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> files.inline("{'extends': {'profile': 'x'}}"))
          .withMessageContaining("\"extends\" must be a text");
    }

    @Test
    void whereNoneIsAskedForOrANumberItIsSaidWhatMayBe() {
      String allowed =
          "must be one of zorgdomein, exorlive, hti-1.1, hti-2.0, hti, koppeltaal-2.0, or a file"
              + " that ends in .json, or a profile as an object";
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Profiles.asked("here", "profile", null, files))
          .withMessage("here: \"profile\" is missing; it " + allowed);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> files.asked(7L))
          .withMessage("partners.json: partner \"p\": \"profile\" " + allowed);
    }

    @Test
    void memberForEditorsSaysNothingOfTheProfile() {
      String text = "{'$schema': 'profile.schema.json', 'extends': 'hti-2.0', 'profile': 'own'}";

      assertThat(files.inline(text).name()).isEqualTo("own");
      assertThat(ProfileTexts.read(ProfileTexts.LEAST.replaceFirst("\\{", "{'\\$schema': 's', ")))
          .isEqualTo(ProfileTexts.read(ProfileTexts.LEAST));
    }

    @Test
    void fileCannotBeNamedWhereThereIsNone() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ProfileTexts.read("{'extends': 'base.json'}"))
          .withMessageStartingWith("own.json: \"extends\" names a file, and there is none here");
    }

    @Test
    void circleIsRefusedWithItsWay() {
      files
          .with("a.json", "{'extends': 'b.json'}")
          .with("b.json", "{'extends': 'c.json'}")
          .with("c.json", "{'extends': 'a.json'}");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> files.asked("a.json"))
          .withMessage(
              "c.json: \"extends\" leads back to where it came from: partners.json: partner"
                  + " \"p\": profile -> a.json -> b.json -> c.json -> a.json");
    }

    @Test
    void eightProfilesAreFollowedAndNineAreNot() {
      files.with("9.json", ProfileTexts.LEAST);
      for (int i = 1; i < 9; i++) {
        files.with(i + ".json", "{'extends': '" + (i + 1) + ".json'}");
      }

      assertThat(files.asked("2.json").name()).isEqualTo("own");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> files.asked("1.json"))
          .withMessageStartingWith("8.json: \"extends\" leads through more than 8 profiles: ")
          .withMessageEndingWith(
              "1.json -> 2.json -> 3.json -> 4.json -> 5.json -> 6.json ->"
                  + " 7.json -> 8.json -> 9.json");
    }
  }
}
