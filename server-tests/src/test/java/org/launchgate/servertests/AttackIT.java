package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
 * deployment of their own. It shares no code with what it attacks.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AttackIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int KINDS = 150;

  private final KeyPair receiver = TestPartner.rsa(2048);
  private final KeyPair portal = TestPartner.rsa(2048);
  private Path folder;
  private Demo demo;

  private static final String PARTNERS =
      """
      {"partners": [
        {"id": "demo-xis", "profile": "zorgdomein", "issuer": "Demo XIS",
         "keys": [{"pem": "xis.pub", "kid": "%s"}], "organizations": ["05029999"]},
        {"id": "tatooine", "profile": "exorlive", "algorithms": ["HS256"],
         "keys": [{"secret": "${file:secret.txt}", "kid": "%s"}], "organizations": ["ace615c2"]},
        {"id": "portal", "profile": "hti", "issuer": "%s", "audience": "%s",
         "algorithms": ["RS256"], "keys": [{"pem": "portal.pub", "kid": "portal-1"}]}],
       "decryptionKeys": [{"pem": "receiver.pem", "kid": "recv-1"}]}
      """;

  @BeforeAll
  void startDemo() throws Exception {
    folder = WorkFolder.fresh("attack");
    write("xis.pub", TestPartner.pem("PUBLIC KEY", TestPartner.RSA.getPublic().getEncoded()));
    write("xis.pem", TestPartner.pem("PRIVATE KEY", TestPartner.RSA.getPrivate().getEncoded()));
    write("portal.pub", TestPartner.pem("PUBLIC KEY", portal.getPublic().getEncoded()));
    write("portal.pem", TestPartner.pem("PRIVATE KEY", portal.getPrivate().getEncoded()));
    write("receiver.pub", TestPartner.pem("PUBLIC KEY", receiver.getPublic().getEncoded()));
    write("receiver.pem", TestPartner.pem("PRIVATE KEY", receiver.getPrivate().getEncoded()));
    String secret =
        Base64.getUrlEncoder().withoutPadding().encodeToString(TestPartner.SECRET.getEncoded());
    write("secret.txt", secret);
    write(
        "partners.json",
        PARTNERS
            .replace("${file:secret.txt}", secret)
            .formatted(
                TestPartner.XIS_KEY_ID,
                TestPartner.TATOOINE_KEY_ID,
                HtiPartner.ISSUER,
                HtiPartner.AUDIENCE));
    demo = Demo.start("attacked-demo", folder.resolve("partners.json"));
  }

  @AfterAll
  void stopDemo() {
    demo.close();
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII);
  }

  private Attack attack(String profile, String... options) throws Exception {
    List<String> all =
        Stream.concat(
                Stream.of("--profile", profile, "--whoami", "/whoami", "--logout", "/logout"),
                Stream.of(options))
            .toList();
    return Attack.on(demo.home(), "attack-" + profile, LIMIT, all);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  private static void assertAllRefused(Attack attack) {
    assertThat(attack.exitCode()).as(attack.report()).isZero();
    assertThat(attack.report()).doesNotContain("BROKEN").contains("Nothing got through.");
  }

  @Test
  void everyBadLaunchOfAnXisIsRefused() throws Exception {
    Attack attack =
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
            "--one-organization");

    assertAllRefused(attack);
  }
}
