package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.LaunchContext;
import org.launchgate.RefusalReason;
import org.launchgate.TestPartner;
import org.launchgate.address.LocalAddress;
import org.launchgate.address.TargetTemplate;
import org.launchgate.profile.Profiles;
import org.launchgate.spi.LaunchUnavailableException;
import org.launchgate.spi.Partner;

/** Whose word counts for where a launch leads, and what is known of it at the start. */
class TargetsTest {
  private static final OwnPaths OWN =
      new OwnPaths("/launch", Optional.of("/bye"), Optional.empty(), Optional.of("/l.js"));

  private final LaunchContext context = Launches.context(Launches.patient("p1"));

  private static Targets targets(String url) {
    return new Targets("/app", TargetTemplate.parse(url), OWN);
  }

  private String found(String usual, String asked, String link) {
    LocalAddress wish = link == null ? null : LocalAddress.of(link).orElseThrow();
    return ((Target.Found) targets(usual).of(context, asked, wish)).address().text();
  }

  private static RefusalReason refused(String usual, LaunchContext context) {
    return ((Target.Refused) targets(usual).of(context, null, null)).refusal().reason();
  }

  @ParameterizedTest
  @CsvSource({
    "/p/{patient.id},,,/p/p1",
    "/p/{patient.id},,/notes,/notes",
    "/p/{patient.id},,/p/p2,/p/p1",
    "/p/{patient.id},/mine?x=1,,/mine?x=1",
    "/p/{patient.id},/mine,/notes,/mine",
    "/p/{user.value}/{patient.id},/p/x/p2,,/p/x/p2",
    "/home,,/p/p2,/p/p2"
  })
  void applicationPrecedesTheUsersWishAndThatTheTarget(
      String usual, String asked, String link, String expected) {
    assertThat(found(usual, asked, link)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"home", "//evil.example/", "/launch", "/bye", "/l.js?x", "/a/../b", ""})
  void targetOfTheApplicationThatLeadsElsewhereIsItsOwnFailure(String asked) {
    assertThatThrownBy(() -> targets("/home").of(context, asked, null))
        .isInstanceOf(LaunchUnavailableException.class)
        .hasMessageContaining("no path of this application")
        .hasMessageNotContaining("evil");
  }

  @Test
  void wishDoesNotSaveALaunchThatLacksWhatItsTargetNeeds() {
    LaunchContext none = Launches.context(Launches.patient(null));
    assertThat(targets("/p/{patient.id}").of(none, null, LocalAddress.of("/notes").orElseThrow()))
        .isInstanceOf(Target.Refused.class);
    assertThat(refused("/p/{patient.id}", none)).isEqualTo(RefusalReason.TARGET_VALUE_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"launch", "bye", "l.js"})
  void valueThatWouldLeadToTheFilterItselfIsRefused(String id) {
    assertThat(refused("/{patient.id}", Launches.context(Launches.patient(id))))
        .isEqualTo(RefusalReason.TARGET_NOT_ALLOWED);
  }

  @Test
  void userWhoIsKnownByAnAddressOrNationalIdIsInNoAddress() {
    LaunchContext mail =
        Launches.context(
            Launches.zorgdomein()
                .claim("user-id.system", "e-mail")
                .claim("user-id.value", "not-even-with-an-at"));
    assertThat(refused("/u/{user.value}", mail)).isEqualTo(RefusalReason.TARGET_VALUE_PERSONAL);
    assertThat(refused("/u/{user.value}", Launches.context(Launches.user("a@b.example"))))
        .isEqualTo(RefusalReason.TARGET_VALUE_PERSONAL);
    assertThat(found("/u/{user.value}", null, null)).isEqualTo("/u/01029999");
  }

  private static Partner partner(String members, String target) {
    String profile = "{\"profile\": \"own\", \"extends\": \"exorlive\"" + members + "}";
    Partner.Builder partner =
        Partner.builder("clinic", Profiles.read("test", profile.getBytes(StandardCharsets.UTF_8)))
            .keys(TestPartner.exorlive().keys());
    if (target != null) {
      partner.targetUrl(target);
    }
    return partner.build();
  }

  @Test
  void fieldThatAPartnersProfileMarksStopsTheStart() {
    Targets targets = targets("/u/{user.value}");
    assertThatThrownBy(() -> targets.check(List.of(partner(", \"personal\": [\"user\"]", null))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "init-param targetUrl", "{user.value}", "partner \"clinic\"", "a \"targetUrl\" of its");
    targets.check(
        List.of(
            partner("", null),
            partner(", \"personal\": [\"user\"]", "/home"),
            TestPartner.exorlive()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/launch", "/launch/{patient.id}", "/launch;x?y", "/bye", "/l.js"})
  void partnersTargetAtTheFilterItselfStopsTheStart(String target) {
    assertThatThrownBy(() -> targets("/").check(List.of(partner("", target))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("init-param partners", "\"targetUrl\" of partner \"clinic\"");
  }

  @Test
  void windowThatAnOlderVersionStoredLeadsHome() {
    assertThat(targets("/home?x=1").home()).isEqualTo("/app/home?x=1");
    assertThat(targets("/p/{patient.id}").home()).isEqualTo("/app/");
    assertThat(targets("/p/{patient.id}").description()).isEqualTo("/app/p/{patient.id}");
  }
}
