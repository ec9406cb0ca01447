package org.launchgate.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.profile.ClaimRule.Form;
import org.launchgate.profile.ClaimRule.Presence;

/** The built-in profiles, read by the same reader as those of users. */
class ProfilesTest {
  private static LaunchProfile profile(String name) {
    return Profiles.builtIn(name).orElseThrow();
  }

  private static ClaimRule rule(LaunchProfile profile, String pointer) {
    return profile.claims().stream()
        .filter(rule -> rule.claim().equals(JsonPointer.parse(pointer)))
        .findFirst()
        .orElseThrow();
  }

  static List<String> builtInNames() {
    return Profiles.builtInNames();
  }

  @Test
  void builtInNamesAreThoseOfTheDocumentation() {
    assertThat(Profiles.builtInNames())
        .containsExactly("zorgdomein", "exorlive", "hti-1.1", "hti-2.0", "hti", "koppeltaal-2.0");
  }

  @ParameterizedTest
  @MethodSource("builtInNames")
  void builtInResourceIsReadAsAUsersFileToTheSameProfile(String name) throws IOException {
    try (InputStream resource =
        Objects.requireNonNull(Profiles.class.getResourceAsStream(name + ".json"), name)) {
      LaunchProfile asUsersFile = Profiles.read("own.json", resource.readAllBytes());

      assertThat(asUsersFile).isEqualTo(profile(name));
      assertThat(asUsersFile.name()).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @MethodSource("builtInNames")
  void everyMappedClaimHasARule(String name) {
    assertThat(profile(name).alternatives())
        .allSatisfy(
            profile ->
                assertThat(profile.claims().stream().map(ClaimRule::claim).toList())
                    .containsAll(
                        profile.context().fields().values().stream()
                            .flatMap(ValueSource::each)
                            .filter(ValueSource.Claim.class::isInstance)
                            .map(source -> ((ValueSource.Claim) source).pointer())
                            .toList())
                    .doesNotHaveDuplicates());
  }

  @Test
  void builtInProfileIsReadOnce() {
    assertThat(profile("hti")).isSameAs(profile("hti"));
  }

  @Test
  void builtInCarriersAreThoseOfAllBuiltInProfiles() {
    assertThat(Profiles.builtInCarriers())
        .containsAll(profile("zorgdomein").carriers())
        .containsAll(profile("exorlive").carriers())
        .containsAll(profile("hti").carriers());
  }

  @Test
  void unknownNameGivesNoProfile() {
    assertThat(Profiles.builtIn("ZorgDomein")).isEmpty();
    assertThat(Profiles.builtIn("../profile/zorgdomein")).isEmpty();
    assertThat(Profiles.builtIn("")).isEmpty();
  }

  @Test
  void zorgdomeinSaysWhatItsDocumentSays() {
    LaunchProfile profile = profile("zorgdomein");

    assertThat(profile.travelsIn("token", Channel.QUERY)).isTrue();
    assertThat(profile.travelsIn("token", Channel.FORM)).isTrue();
    assertThat(profile.travelsIn("payload", Channel.FORM)).isFalse();
    assertThat(profile.keyIdRequired()).isTrue();
    assertThat(profile.algorithms()).containsExactly(SigningAlgorithm.RS256);
    assertThat(profile.issuerRequired()).isTrue();
    assertThat(profile.header().types()).containsExactly("jwt");
    assertThat(profile.time().issuedAtRequired()).isTrue();
    assertThat(profile.time().maxAge()).contains(Duration.ofMinutes(5));
    assertThat(profile.replay())
        .isEqualTo(
            new ReplayRules(ReplayRules.TOKEN_ID, true, Duration.ofHours(1), Duration.ofHours(1)));
    assertThat(rule(profile, "/user-id.system").limits().oneOf())
        .containsExactlyInAnyOrder("agb-z", "uzi-nr-pers", "big", "local", "e-mail");
    assertThat(rule(profile, "/context.icpc").presence()).isEqualTo(Presence.OPTIONAL);
    assertThat(rule(profile, "/context.patient-id").presence()).isEqualTo(Presence.WANTED);
  }

  @Test
  void exorliveSaysWhatItsDocumentSays() {
    LaunchProfile profile = profile("exorlive");

    assertThat(profile.carriers())
        .containsExactly(new Carrier("payload", Set.of(Channel.FORM, Channel.JSON, Channel.BODY)));
    assertThat(profile.keyIdRequired()).isFalse();
    assertThat(profile.algorithms()).containsExactlyInAnyOrder(SigningAlgorithm.values());
    assertThat(profile.issuerRequired()).isFalse();
    assertThat(profile.time().issuedAtRequired()).isFalse();
    assertThat(profile.replay().digestWindow()).isEqualTo(Duration.ofMinutes(1));
    assertThat(rule(profile, "/contact/birthdate").form()).isEqualTo(Form.DATE);
    assertThat(rule(profile, "/contact/id").presence()).isEqualTo(Presence.REQUIRED);
    assertThat(profile.context().fields())
        .containsEntry(ContextField.USER_SYSTEM, new ValueSource.Constant("local"));
  }

  @Test
  void defaultsHoldWhereAProfileSaysNothing() {
    LaunchProfile profile =
        Profiles.read(
            "own.json",
            """
            {"profile": "least", "carriers": [{"field": "t", "in": ["form"]}], "header": {},
             "algorithms": ["RS256"], "time": {}, "replay": {},
             "context": {"user.system": {"constant": "s"}, "user.value": "/u",
                         "patient.birthDate": "/born"}}
            """
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertThat(profile.keyIdRequired()).isFalse();
    assertThat(profile.issuerRequired()).isFalse();
    assertThat(profile.header().types()).containsExactly("jwt");
    assertThat(profile.time()).isEqualTo(new TimeRules(false, false, null, null, null));
    assertThat(profile.replay())
        .isEqualTo(
            new ReplayRules(ReplayRules.TOKEN_ID, false, Duration.ofHours(1), Duration.ofHours(1)));
    assertThat(profile.together()).isEmpty();
    assertThat(profile.claims())
        .containsExactlyInAnyOrder(
            new ClaimRule(
                JsonPointer.parse("/u"), Presence.OPTIONAL, Form.TEXT, ValueLimits.NONE, true),
            new ClaimRule(
                JsonPointer.parse("/born"), Presence.OPTIONAL, Form.DATE, ValueLimits.NONE, false));
    assertThat(profile.context().fields())
        .isEqualTo(
            Map.of(
                ContextField.USER_SYSTEM, new ValueSource.Constant("s"),
                ContextField.USER_VALUE, new ValueSource.Claim(JsonPointer.parse("/u")),
                ContextField.PATIENT_BIRTH_DATE,
                    new ValueSource.Claim(JsonPointer.parse("/born"))));
  }

  @Test
  void everyContextFieldIsFoundByItsPath() {
    assertThat(ContextField.values())
        .allSatisfy(field -> assertThat(ContextField.ofPath(field.path())).contains(field));
    assertThat(ContextField.ofPath("patient.shoeSize")).isEmpty();
  }

  @Test
  void everyExampleOfTheReferenceIsRead() throws IOException {
    String text = Files.readString(repositoryRoot().resolve("docs/profiles.md"));
    List<String> examples =
        Pattern.compile("(?s)```json\n(.*?)```")
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .toList();

    assertThat(examples)
        .hasSize(2)
        .allSatisfy(example -> assertThat(ProfileTexts.read(example).name()).isNotBlank());
    assertThat(Profiles.builtInNames())
        .allSatisfy(name -> assertThat(text).contains("| `" + name + "` |"));
    assertThat(ContextField.values())
        .allSatisfy(field -> assertThat(text).contains("`" + field.path() + "`"));
  }

  private static Path repositoryRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = Objects.requireNonNull(folder.getParent(), "a folder with LICENSE");
    }
    return folder;
  }
}
