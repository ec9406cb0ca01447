package org.launchgate.servertests;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.launchgate.HtiPartner;
import org.launchgate.TestPartner;
import org.launchgate.servertests.process.Attack;
import org.launchgate.servertests.process.Demo;
import org.launchgate.servertests.process.WorkFolder;

/**
 * Outsiders forge launches and send them to the running demo, by the tool that anybody may aim at a
 * deployment of their own. The tool shares no code with what it attacks.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AttackIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int KINDS = 150;

  /** Who is in the tokens: persons, and how every signed or encrypted token begins. */
  private static final List<String> SECRETS =
      List.of(
          "eyJhbGciOi",
          "Lorian",
          "Yoda",
          "13116900216",
          "99900000",
          "01029999",
          "5a4fc42a",
          "Practitioner/82421");

  private Path folder;
  private Demo demo;
  private int runs;

  @BeforeAll
  void startDemo() throws Exception {
    folder = WorkFolder.fresh("attack");
    writePair("xis", TestPartner.RSA);
    writePair("portal", TestPartner.rsa(2048));
    writePair("receiver", TestPartner.rsa(2048));
    byte[] secret = TestPartner.SECRET.getEncoded();
    write("secret.txt", Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    write("partners.json", partners());
    demo = Demo.start("attacked-demo", folder.resolve("partners.json"));
  }

  private String partners() {
    return """
        {"partners": [
          {"id": "demo-xis", "profile": "zorgdomein", "issuer": "Demo XIS",
           "keys": [{"pem": "xis.pub", "kid": "%s"}], "organizations": ["05029999"]},
          {"id": "tatooine", "profile": "exorlive", "algorithms": ["HS256"],
           "keys": [{"secret": "${file:%s}", "kid": "%s"}], "organizations": ["ace615c2"]},
          {"id": "portal", "profile": "hti", "issuer": "%s", "audience": "%s",
           "algorithms": ["RS256"], "keys": [{"pem": "portal.pub", "kid": "%s"}]}],
         "decryptionKeys": [{"pem": "receiver.pem", "kid": "recv-1"}]}
        """
        .formatted(
            TestPartner.XIS_KEY_ID,
            file("secret.txt"),
            TestPartner.TATOOINE_KEY_ID,
            HtiPartner.ISSUER,
            HtiPartner.AUDIENCE,
            HtiPartner.KEY_ID);
  }

  @AfterAll
  void stopDemoAndSearchItsLog() throws Exception {
    demo.close();
    assertThat(demo.log())
        .contains("launch accepted ref=", "launch refused ref=")
        .doesNotContain(SECRETS)
        .doesNotContain("Exception", "\tat ");
  }

  private void writePair(String name, KeyPair pair) throws Exception {
    write(name + ".pub", TestPartner.pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    write(name + ".pem", TestPartner.pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text, US_ASCII);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  /** With all that an attacker can know who has robbed the partner and asked the receiver. */
  private Attack attack(String profile, String... options) throws Exception {
    Stream<String> deployment =
        Stream.of(
            "--profile", profile,
            "--whoami", "/whoami",
            "--logout", "/logout",
            "--receiver-key", file("receiver.pub"),
            "--receiver-kid", "recv-1");
    return Attack.on(
        demo.home(),
        "attack-" + ++runs,
        LIMIT,
        Stream.concat(deployment, Stream.of(options)).toList());
  }

  private static void assertNothingGotThrough(Attack attack) {
    assertThat(attack.exitCode()).as(attack.report()).isZero();
    assertThat(attack.report()).doesNotContain("BROKEN").contains("Nothing got through.");
    assertThat(attack.kinds()).as(attack.report()).isGreaterThanOrEqualTo(KINDS);
    assertThat(attack.variants()).as(attack.report()).isGreaterThanOrEqualTo(10 * KINDS);
  }

  @Test
  void noBadLaunchOfAnXisGetsThrough() throws Exception {
    assertNothingGotThrough(
        attack(
            "zorgdomein",
            "--key",
            file("xis.pem"),
            "--kid",
            TestPartner.XIS_KEY_ID,
            "--issuer",
            "Demo XIS",
            "--algorithms",
            "RS256",
            "--one-organization",
            "--other-key",
            file("portal.pem"),
            "--other-kid",
            HtiPartner.KEY_ID,
            "--other-issuer",
            HtiPartner.ISSUER));
  }

  @Test
  void noBadLaunchOfAClinicGetsThrough() throws Exception {
    assertNothingGotThrough(
        attack(
            "exorlive",
            "--secret",
            file("secret.txt"),
            "--kid",
            TestPartner.TATOOINE_KEY_ID,
            "--algorithms",
            "HS256",
            "--one-organization",
            "--other-key",
            file("xis.pem"),
            "--other-kid",
            TestPartner.XIS_KEY_ID,
            "--other-issuer",
            "Demo XIS"));
  }

  @Test
  void noBadLaunchOfAnHtiPortalGetsThrough() throws Exception {
    assertNothingGotThrough(
        attack(
            "hti-2.0",
            "--key",
            file("portal.pem"),
            "--kid",
            HtiPartner.KEY_ID,
            "--issuer",
            HtiPartner.ISSUER,
            "--audience",
            HtiPartner.AUDIENCE,
            "--algorithms",
            "RS256",
            "--other-secret",
            file("secret.txt"),
            "--other-kid",
            TestPartner.TATOOINE_KEY_ID));
  }

  @Test
  void withoutTheKeyTheToolTriesWhatNeedsNone() throws Exception {
    Attack attack = attack("zorgdomein", "--public-key", file("xis.pub"), "--issuer", "Demo XIS");

    assertThat(attack.exitCode()).as(attack.report()).isZero();
    assertThat(attack.report()).contains("Without the partner's key", "needs the partner's key");
  }

  @Test
  void withAKeyThatTheDemoDoesNotKnowTheToolSaysThatNoRefusalMeansAnything() throws Exception {
    Attack attack = attack("zorgdomein", "--key", file("receiver.pem"), "--issuer", "Demo XIS");

    assertThat(attack.exitCode()).isEqualTo(2);
    assertThat(attack.report()).contains("A good launch does not get in");
  }
}
