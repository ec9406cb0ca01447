package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.launchgate.Canary;
import org.launchgate.LaunchVerifier;
import org.launchgate.RefusalReason;
import org.launchgate.observability.AuditEventWriter;
import org.launchgate.profile.Profiles;
import org.launchgate.spi.LaunchEvent;

/**
 * Nothing that Launchgate says gives a token, a person or a secret away: no answer, log, exception,
 * figure, {@code toString} or file holds a canary, and no audit record more than identifiers. The
 * exceptions are {@link HeardAnswer}'s: the two pages that name people, the address of the
 * patient's page, and a ticket or cookie where its browser gets it. Every kind of launch is played,
 * on a real server; what has no case fails here.
 */
@Timeout(120)
class PrivacyTomcatTest {
  private static final Pattern MARK = Pattern.compile("(?i)kanarie");

  static Stream<Arguments> named() {
    return cases().map(each -> Arguments.argumentSet(each.name(), each));
  }

  private static Stream<PrivacyCase> cases() {
    return Stream.of(
            AcceptedCases.all(),
            RefusedCases.all(),
            TicketCases.all(),
            ApplicationCases.all(),
            AccountLinkCases.all(),
            WindowCases.all(),
            UnavailableCases.all())
        .flatMap(cases -> cases);
  }

  @ParameterizedTest
  @MethodSource("named")
  void nothingThatIsSaidGivesAnybodyAway(PrivacyCase played) throws Exception {
    PrivacyStage stage = PrivacyStage.play(played);
    assertThat(stage.results()).isEqualTo(played.results());
    assertThat(stage.said())
        .extracting(PrivacyStage.Said::source)
        .as("what was listened to")
        .contains("answer", "JMX Launches", "log org.launchgate.servlet.LaunchFilter");
    assertThat(stage.said().stream().flatMap(said -> leaks(stage, said))).isEmpty();
  }

  private static Stream<String> leaks(PrivacyStage stage, PrivacyStage.Said said) {
    List<Canary> canaries = said.record() ? Canary.inRecord(said.text()) : Canary.in(said.text());
    Matcher mark = MARK.matcher(said.text());
    return Stream.of(
            canaries.stream().map(Canary::name),
            mark.results().map(match -> "mark"),
            stage.tokens().in(said.text()).stream().map(piece -> "token " + piece))
        .flatMap(found -> found)
        .map(found -> said.source() + " holds " + found + ": " + said.text())
        .distinct();
  }

  @Test
  void jose4jIsHeardAtItsFinestLevel() throws Exception {
    assertThat(PrivacyStage.play(RefusedCases.cutSignature()).said())
        .extracting(PrivacyStage.Said::source)
        .anyMatch(source -> source.startsWith("log org.jose4j."));
  }

  private static Set<String> results() {
    return cases().flatMap(each -> each.results().stream()).collect(Collectors.toSet());
  }

  @Test
  void everyReasonOfARefusalHasACase() {
    assertThat(results())
        .containsAll(Arrays.stream(RefusalReason.values()).map(RefusalReason::code).toList());
  }

  @Test
  void everyKindOfEventHasACase() {
    assertThat(results())
        .containsAll(
            Stream.of(LaunchEvent.Kind.values())
                .filter(kind -> kind != LaunchEvent.Kind.REFUSED) // by its reasons, above
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void everyBuiltInProfileHasACase() {
    assertThat(AcceptedCases.byProfile().keySet()).containsAll(Profiles.builtInNames());
  }

  /** Of all public classes objects are looked at in one of these. */
  private static final Set<String> TELLING =
      Set.of(
          "exorlive",
          "zorgdomein",
          "key source that is silent",
          "claim_malformed: birth date",
          "reload",
          "account",
          "account_refused: blocked, by link",
          "account_unknown: nobody's",
          "account link",
          "first visit");

  /** What has no objects, makes others and is thrown away, or is shown in another way. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "org.launchgate.CarryingJson", // no objects
          "org.launchgate.ParkedLaunch$Form",
          "org.launchgate.profile.Profiles",
          "org.launchgate.servlet.LaunchAttributes",
          "org.launchgate.partner.PartnerKeys",
          "org.launchgate.LaunchVerifier$Builder", // by users' code, from nothing of a launch
          "org.launchgate.jwks.FetchSettings$Builder",
          "org.launchgate.jwks.JwksKeyResolver",
          "org.launchgate.partner.ConfigSource$FileSource",
          "org.launchgate.partner.PartnersFile$Builder",
          "org.launchgate.replay.InMemoryReplayStore$Builder",
          "org.launchgate.spi.Partner$Builder",
          "org.launchgate.onward.OnwardCalls", // OnwardCallsTest
          "org.launchgate.address.Filling$Filled", // holds a LocalAddress
          "org.launchgate.address.Filling$Missing",
          "org.launchgate.address.Filling$Unfit",
          "org.launchgate.spi.LaunchEvent$Builder", // has the toString of every object
          "org.launchgate.servlet.LaunchesMXBean$Launches", // read over JMX
          "org.launchgate.servlet.LaunchesMXBean$ClockSkew",
          "org.launchgate.servlet.HandlerDecision$Proceed", // HandlerDecisionTest
          "org.launchgate.servlet.HandlerDecision$Refuse",
          "org.launchgate.servlet.HandlerDecision$Unavailable",
          "org.launchgate.servlet.LaunchHandling", // LaunchHandlerTomcatTest
          "org.launchgate.servlet.LaunchAuthenticator", // has the toString of every object
          "org.launchgate.servlet.LaunchAuthenticator$Outcome$Answered", // OutcomeTest
          "org.launchgate.servlet.LaunchAuthenticator$Outcome$Launched",
          "org.launchgate.servlet.LaunchAuthenticator$Outcome$NotLaunched",
          "org.launchgate.servlet.RefusalView", // printed by an error page
          "org.launchgate.servlet.PageView", // OwnPagesTomcatTest
          "org.launchgate.servlet.PageView$Form",
          "org.launchgate.servlet.PageView$Button",
          "org.launchgate.servlet.PageView$Link",
          "org.launchgate.LaunchAgainException", // RestartFenceTest
          "org.launchgate.spi.LaunchUnavailableException", // caught, and its text looked at
          "org.launchgate.profile.ResourceReference"); // ResourceReferenceTest

  @Test
  void objectsOfEveryPublicClassAreLookedAt() throws Exception {
    Set<String> unseen =
        PublicTypes.beside(LaunchVerifier.class, LaunchFilter.class, AuditEventWriter.class);
    for (PrivacyCase each : cases().filter(each -> TELLING.contains(each.name())).toList()) {
      PrivacyStage.play(each).shown().forEach(type -> unseen.remove(type.getName()));
    }
    assertThat(unseen).containsExactlyInAnyOrderElementsOf(ELSEWHERE);
  }
}
