package org.launchgate.example.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A receiver with one hole is reported for that hole and for nothing else: the tool can fail, and
 * its refusals are not by chance. Launchgate is behind every hole.
 */
class HolesTest {
  private static final Pattern BROKEN = Pattern.compile("(?m)^BROKEN +\\S+ +(\\S+)");
  private static final String ALL = String.join(",", families());

  @TempDir static Path folder;
  private static Partner partner;

  @BeforeAll
  static void makePartner() throws Exception {
    partner = Partner.in(folder);
  }

  private static List<String> families() {
    return Catalogue.all().stream().map(attack -> attack.family().toString()).distinct().toList();
  }

  private record Report(int exitCode, String text) {
    List<String> broken() {
      return BROKEN.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    }
  }

  private Report attack(String only, Filter hole) throws Exception {
    return attack(only, hole, Map.of());
  }

  private Report attack(String only, Filter hole, Map<String, String> settings) throws Exception {
    try (Receiver receiver = new Receiver(folder, partner.partnersFile(), settings, hole)) {
      return run(
          "--url",
          receiver.url(),
          "--profile",
          "zorgdomein",
          "--key",
          partner.privateKey().toString(),
          "--kid",
          "xis-1",
          "--issuer",
          "Demo XIS",
          "--algorithms",
          "RS256",
          "--one-organization",
          "--logout",
          "/logout",
          "--whoami",
          "/whoami",
          "--only",
          only);
    }
  }

  private static Report run(String... options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exitCode = Main.run(new PrintStream(out, true, UTF_8), options);
    return new Report(exitCode, out.toString(UTF_8));
  }

  private static void assertBroken(Report report, String... kinds) {
    assertThat(report.broken()).as(report.text()).containsExactlyInAnyOrder(kinds);
    assertThat(report.exitCode()).isEqualTo(1);
  }

  @Test
  void noneIsReportedOfAReceiverWithoutAHole() throws Exception {
    Report report = attack(ALL, HttpHole.none());

    assertThat(report.broken()).as(report.text()).isEmpty();
    assertThat(report.exitCode()).isZero();
  }

  @Test
  void everyKindOfTokenIsReportedOfAReceiverThatTakesEverything() throws Exception {
    String families = "algorithm,signature,header,encoding,json,time,partner,claims";

    Report report = attack(families, TokenHole.everything());

    List<String> tried =
        Catalogue.all().stream()
            .filter(attack -> families.contains(attack.family().toString()))
            .map(attack -> attack.id())
            .filter(id -> !report.text().matches("(?s).*skipped +\\S+ +" + id + " .*"))
            .filter(id -> !id.equals("hdr-called")) // it calls nobody
            .toList();
    assertThat(tried).hasSizeGreaterThan(150);
    assertBroken(report, tried.toArray(String[]::new));
  }

  @Test
  void algNoneIsReportedWhereverItHelps() throws Exception {
    assertBroken(
        attack(ALL, TokenHole.algNone()),
        "alg-none",
        "alg-none-spelled",
        "alg-none-signed",
        "alg-twice",
        "hdr-jwk-none",
        "jwe-alg",
        "rep-burnt",
        "ses-refused-chosen");
  }

  @Test
  void oldTokensAreReportedThatGetIn() throws Exception {
    assertBroken(
        attack(ALL, TokenHole.admitting(new Timeless(partner.partnersFile()))),
        "time-old",
        "time-very-old",
        "time-old-exp",
        "time-expired",
        "time-iat-range");
  }

  @Test
  void replaysAreReportedThatGetIn() throws Exception {
    assertBroken(
        attack(ALL, HttpHole.none(), Map.of("replayStore", Forgetful.class.getName())),
        "path-used",
        "rep-again",
        "rep-other-way",
        "rep-at-once",
        "rep-at-once-ways",
        "rep-logout",
        "rep-stale",
        "rep-id",
        "rep-id-header",
        "rep-signed-again");
  }

  @Test
  void publicKeyAsSecretIsReported() throws Exception {
    assertBroken(
        attack("algorithm,signature", TokenHole.publicKeyAsSecret(partner.publicPem())),
        "alg-hs-pem");
  }

  @Test
  void callOfAnAddressOutOfATokenIsReported() throws Exception {
    assertBroken(attack("header,answer", TokenHole.callingAddresses()), "hdr-called");
  }

  @Test
  void sessionThatWasPlantedIsReported() throws Exception {
    assertBroken(attack("session", HttpHole.keptSession()), "ses-anonymous");
  }

  @Test
  void prefetchThatUsesATokenUpIsReported() throws Exception {
    assertBroken(attack("protocol", HttpHole.takenPrefetch()), "pro-prefetch");
  }

  @Test
  void headThatLogsInIsReported() throws Exception {
    assertBroken(attack("protocol", HttpHole.takenHead()), "pro-method");
  }

  @Test
  void openRedirectIsReported() throws Exception {
    assertBroken(attack("protocol", HttpHole.openRedirect()), "pro-redirect");
  }

  @Test
  void answersThatCachesKeepAreReported() throws Exception {
    assertBroken(attack("answer", HttpHole.keptAnswers()), "ans-refusal", "ans-entry");
  }

  @Test
  void refusalsThatDifferAreReported() throws Exception {
    Report report = attack("alg-label,sig-bit,time-old", HttpHole.tellingAlgorithms());

    assertBroken(report, "alg-label");
    assertThat(report.text()).contains("refused with other header fields than usual");
  }

  @Test
  void answersThatRepeatATokenAreReported() throws Exception {
    Report report = attack("sig-bit,ans-address", HttpHole.repeating());

    assertBroken(report, "sig-bit", "ans-address");
    assertThat(report.text()).contains("the answer repeats what was sent");
  }

  @Test
  void receiverThatRefusesGoodLaunchesIsNotAttacked() throws Exception {
    try (Receiver receiver =
        new Receiver(folder, partner.partnersFile(), Map.of(), HttpHole.none())) {
      Report report =
          run(
              "--url", receiver.url(),
              "--profile", "zorgdomein",
              "--key", partner.privateKey().toString(),
              "--kid", "another",
              "--issuer", "Demo XIS");

      assertThat(report.exitCode()).isEqualTo(2);
      assertThat(report.text()).contains("A good launch does not get in");
    }
  }

  @Test
  void nothingIsSentToAnotherMachineWithoutTheWord() {
    Stream<String> options =
        Stream.of("--url", "https://app.example/launch", "--profile", "zorgdomein");

    Report report = run(options.toArray(String[]::new));

    assertThat(report.exitCode()).isEqualTo(2);
    assertThat(report.text()).contains("app.example is not this machine", "--authorized");
  }
}
