package org.launchgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.launchgate.profile.ClaimRule;
import org.launchgate.profile.ContextField;
import org.launchgate.profile.JsonPointer;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.Profiles;
import org.launchgate.profile.ValueLimits;

/** What a record says of a genuine token that is refused, from every kind of source. */
class FitDetailsTest {
  private static final String USER = "'user.identifier': [{'system': '/s', 'value': '/v'}]";

  private static LaunchProfile profile(String rules, String context) {
    String json =
        """
        {"profile": "own", "carriers": [{"in": ["body"]}], "header": {}, "algorithms": ["RS256"],
         "time": {"exp": "required"}, "replay": {}, %s, "context": {%s}}
        """
            .formatted(rules, context);
    return Profiles.read(
        "own.json",
        json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static LaunchProfile profile(String context) {
    return profile("'claims': {}", context);
  }

  private static Map<ContextField, String> details(LaunchProfile profile, Map<String, ?> claims) {
    Map<String, @Nullable Object> read = new HashMap<>(claims);
    return FitDetails.of(profile, read).values();
  }

  @Test
  void identifierOfWhichBothHalvesAreFitIsThere() {
    assertThat(details(profile(USER), Map.of("s", "agb", "v", "7")))
        .containsEntry(ContextField.USER_SYSTEM, "agb")
        .containsEntry(ContextField.USER_VALUE, "7");
  }

  @Test
  void identifierOfWhichAHalfIsNotFitIsLeftOut() {
    assertThat(details(profile(USER), Map.of("s", 5L, "v", "7"))).isEmpty();
    assertThat(details(profile(USER), Map.of("s", "agb", "v", 7L))).isEmpty();
  }

  @Test
  void identifierIsTakenFromTheAlternativeThatIsThere() {
    LaunchProfile two =
        profile(
            "'user.identifier': [{'system': '/s', 'value': '/v'}, {'system': '/t', 'value': '/w'}]");

    assertThat(details(two, Map.of("t", "big", "w", "8")))
        .containsEntry(ContextField.USER_SYSTEM, "big")
        .containsEntry(ContextField.USER_VALUE, "8");
  }

  @Test
  void identifierIsLeftOutWhenAnAlternativeIsNotFit() {
    LaunchProfile two =
        profile(
            "'user.identifier': [{'in': '/ids', 'system': '/s', 'value': '/v'},"
                + " {'system': '/t', 'value': '/w'}]");

    assertThat(details(two, Map.of("ids", "none", "t", "big", "w", "8"))).isEmpty();
    assertThat(details(two, Map.of("ids", List.of(Map.of("s", 5L, "v", "7")), "w", "8"))).isEmpty();
  }

  @Test
  void elementOfAListThatIsFitIsThere() {
    LaunchProfile listed = profile(USER.replace("'system'", "'in': '/ids', 'system'"));

    assertThat(details(listed, Map.of("ids", List.of(Map.of("s", "agb", "v", "7")))))
        .containsEntry(ContextField.USER_SYSTEM, "agb")
        .containsEntry(ContextField.USER_VALUE, "7");
  }

  @Test
  void fieldOfAListThatIsFitIsThere() {
    LaunchProfile listed =
        profile(
            USER
                + ", 'patient.nationalId':"
                + " {'in': '/ids', 'system': '/s', 'value': '/v', 'prefer': ['bsn']}");

    assertThat(details(listed, Map.of("ids", List.of(Map.of("s", "bsn", "v", "9")))))
        .containsEntry(ContextField.PATIENT_NATIONAL_ID, "9");
  }

  @Test
  void halfOfAReferenceIsThereWhenTheReferenceIsAllowed() {
    LaunchProfile referring =
        profile(
            "'claims': {'/subject': {'type': 'reference', 'resourceTypes': ['Patient']}}",
            USER + ", 'patient.id': {'claim': '/subject', 'part': 'id'}");

    assertThat(details(referring, Map.of("subject", "Patient/1")))
        .containsEntry(ContextField.PATIENT_ID, "1");
    assertThat(details(referring, Map.of("subject", "Device/1"))).isEmpty();
  }

  @Test
  void systemOfAnOrganizationThatIsNotNamedIsLeftOut() {
    LaunchProfile working =
        profile(USER + ", 'organization.system': {'constant': 'o'}, 'organization.value': '/o'");

    assertThat(details(working, Map.of("s", "agb", "v", "7")))
        .containsOnlyKeys(ContextField.USER_SYSTEM, ContextField.USER_VALUE);
  }

  @Test
  void constantIsThere() {
    assertThat(details(profile(USER + ", 'task': {'constant': 'visit'}"), Map.of()))
        .containsEntry(ContextField.TASK, "visit");
  }

  @Test
  void oneOfAGroupThatIsIncompleteIsLeftOut() {
    LaunchProfile together =
        profile("'together': [['/a', '/b']]", USER + ", 'task': '/a', 'transactionId': '/b'");

    assertThat(details(together, Map.of("a", "1"))).isEmpty();
    assertThat(details(together, Map.of("a", "1", "b", "2"))).hasSize(2);
  }

  /** What reads profile files gives each claim one rule; a program need not. */
  @Test
  void ofAProfileOfAProgramTheFirstRuleOfAClaimCountsAndATextNeedsNone() {
    LaunchProfile strict = profile("'claims': {'/a': {'oneOf': ['1']}}", USER + ", 'task': '/a'");
    ClaimRule lax =
        new ClaimRule(
            JsonPointer.parse("/a"),
            ClaimRule.Presence.OPTIONAL,
            ClaimRule.Form.TEXT,
            ValueLimits.NONE,
            false);
    ClaimRule first = strict.claims().get(0);

    assertThat(details(with(strict, List.of(first, lax)), Map.of("a", "2"))).isEmpty();
    assertThat(details(with(strict, List.of(lax, first)), Map.of("a", "2"))).hasSize(1);
    assertThat(details(with(strict, List.of()), Map.of("a", "2"))).hasSize(1);
    assertThat(details(with(strict, List.of()), Map.of("a", 2L))).isEmpty();
  }

  private static LaunchProfile with(LaunchProfile profile, List<ClaimRule> rules) {
    return new LaunchProfile(
        profile.name(),
        profile.carriers(),
        profile.header(),
        profile.algorithms(),
        profile.parties(),
        profile.time(),
        profile.replay(),
        rules,
        profile.together(),
        profile.context(),
        profile.roles(),
        null);
  }
}
