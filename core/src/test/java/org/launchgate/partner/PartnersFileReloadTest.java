package org.launchgate.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.launchgate.LogCapture;
import org.launchgate.TestPartner;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerHints;

/** A partners file that changes while it is in use. */
class PartnersFileReloadTest {
  /** What the issue allows for a change to take effect. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static final String SECRET = "tatooine-tests-only-32-bytes-of-.";

  @TempDir Path folder;
  private final LogCapture log = new LogCapture();
  private @Nullable PartnersFile opened;

  @AfterEach
  void closeAll() {
    if (opened != null) {
      opened.close();
    }
    log.close();
  }

  private PartnersFile partners() {
    return Objects.requireNonNull(opened);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(file(name), text.replace('\'', '"'));
  }

  private void writePartners(String... entries) throws IOException {
    write("partners.json", "{'partners': [" + String.join(",\n", entries) + "]}");
  }

  private static String clinic(String id, String members) {
    return "{'id': '%s', 'profile': 'exorlive', %s}".formatted(id, members);
  }

  private static String secretOf(String id) {
    return "'keys': [{'secretText': '" + SECRET + id + "', 'kid': '" + id + "'}]";
  }

  private void open() {
    open(Duration.ofMillis(50));
  }

  private void open(Duration interval) {
    opened = PartnersFile.of(ConfigSource.file(file("partners.json"))).interval(interval).open();
  }

  private Optional<Partner> find(String id) {
    return partners().find(new PartnerHints(Optional.of(id), Optional.empty(), Optional.empty()));
  }

  private Set<String> keyIds(String partner) {
    return Set.copyOf(
        find(partner).orElseThrow().keys().stream()
            .map(key -> key.keyId().orElse("none"))
            .toList());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("still not so after " + LIMIT).isLessThan(end);
      Thread.sleep(10);
    }
  }

  @Test
  void addedPartnerMayLaunchWithinFiveSecondsAtTheDefaultInterval() throws Exception {
    writePartners(clinic("one", secretOf("one")));
    opened = PartnersFile.of(ConfigSource.file(file("partners.json"))).open();
    assertThat(find("two")).isEmpty();

    writePartners(clinic("one", secretOf("one")), clinic("two", secretOf("two")));

    await(() -> find("two").isPresent());
    assertThat(log.lines("INFO " + file("partners.json")))
        .singleElement()
        .asString()
        .endsWith("loaded anew, 2 partner(s); added [two], removed []");
  }

  @Test
  void removedPartnerIsUnknown() throws Exception {
    writePartners(clinic("one", secretOf("one")), clinic("two", secretOf("two")));
    open();

    writePartners(clinic("one", secretOf("one")));

    await(() -> find("two").isEmpty());
    assertThat(find("one")).isPresent();
  }

  @Test
  void partnerThatIsNotEnabledIsUnknown() throws Exception {
    writePartners(clinic("one", secretOf("one")), clinic("two", secretOf("two")));
    open();

    writePartners(
        clinic("one", secretOf("one")), clinic("two", "'enabled': false, " + secretOf("two")));

    await(() -> find("two").isEmpty());
    assertThat(
            partners()
                .find(new PartnerHints(Optional.empty(), Optional.empty(), Optional.of("two"))))
        .isEmpty();
    assertThat(find("one")).isPresent();
  }

  @Test
  void partnerIsSwitchedOffThoughItsKeysAreDeletedInTheSameMoment() throws Exception {
    write("two.pem", TestPartner.pem("PUBLIC KEY", TestPartner.RSA.getPublic().getEncoded()));
    String keys = "'keys': [{'pem': 'two.pem', 'kid': 'two'}]";
    writePartners(clinic("one", secretOf("one")), clinic("two", keys));
    open();

    Files.delete(file("two.pem"));
    writePartners(clinic("one", secretOf("one")), clinic("two", "'enabled': false, " + keys));

    await(() -> find("two").isEmpty());
    looksOften();
    assertThat(find("one")).isPresent();
    assertThat(log.lines("WARNING " + file("partners.json")))
        .singleElement()
        .asString()
        .contains("partner \"two\": keys[0]: \"pem\" names the file");
  }

  @Test
  void everyPartnerMayBeSwitchedOff() throws Exception {
    writePartners(clinic("one", secretOf("one")));
    open();

    writePartners(clinic("one", "'enabled': false, " + secretOf("one")));

    await(() -> find("one").isEmpty());
    assertThat(partners().carriers()).isEmpty();
  }

  @Test
  void keyIsAddedAndTakenAway() throws Exception {
    writePartners(clinic("one", secretOf("old")));
    open();

    String both =
        "'keys': [{'secretText': '%sold', 'kid': 'old'}, {'secretText': '%snew', 'kid': 'new'}]"
            .formatted(SECRET, SECRET);
    writePartners(clinic("one", both));
    await(() -> keyIds("one").equals(Set.of("old", "new")));

    writePartners(clinic("one", secretOf("new")));
    await(() -> keyIds("one").equals(Set.of("new")));
  }

  @Test
  void keyFileThatChangesTakesEffect() throws Exception {
    write("clinic.pem", TestPartner.pem("PUBLIC KEY", TestPartner.RSA.getPublic().getEncoded()));
    writePartners(clinic("one", "'keys': [{'pem': 'clinic.pem'}]"));
    open();
    var other = TestPartner.rsa(2048).getPublic();

    write("clinic.pem", TestPartner.pem("PUBLIC KEY", other.getEncoded()));

    await(() -> find("one").orElseThrow().keys().get(0).key().equals(other));
  }

  @Test
  void profileFileThatChangesTakesEffect() throws Exception {
    String profile =
        """
        {"profile": "own", "carriers": [{"field": "first", "in": ["form"]}], "header": {},
         "algorithms": ["HS256"], "time": {}, "replay": {},
         "context": {"user.system": {"constant": "local"}, "user.value": "/user"}}
        """;
    write("own.json", profile);
    writePartners("{'id': 'one', 'profile': 'own.json', " + secretOf("one") + "}");
    open();

    write("own.json", profile.replace("first", "second"));

    await(() -> partners().carriers().stream().anyMatch(c -> c.field().equals("second")));
  }

  @Test
  void secretFileOfAPlaceholderThatChangesTakesEffect() throws Exception {
    write("secret", SECRET + "before");
    writePartners(clinic("one", "'keys': [{'secretText': '${file:" + file("secret") + "}'}]"));
    open();

    write("secret", SECRET + "after");

    byte[] after = (SECRET + "after").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    await(
        () ->
            java.util.Arrays.equals(
                find("one").orElseThrow().keys().get(0).key().getEncoded(), after));
  }

  @Test
  void brokenFileChangesNothingAndIsLoggedOnce() throws Exception {
    writePartners(clinic("one", secretOf("one")));
    open();

    write("partners.json", "{'partners': [{'id': 'one', 'profile': 'exorlive', 'colour': 'red'}]}");

    await(() -> !log.lines("SEVERE").isEmpty());
    looksOften();
    assertThat(log.lines("SEVERE"))
        .singleElement()
        .asString()
        .startsWith(
            "SEVERE a change is not taken, and what was loaded before goes on: "
                + file("partners.json")
                + ": partner \"one\": unknown member \"colour\"; allowed are algorithms,");
    assertThat(keyIds("one")).containsExactly("one");
  }

  /** Ten more looks at least: the same content has to be no change any more. */
  private static void looksOften() throws InterruptedException {
    Thread.sleep(500);
  }

  @Test
  void fileThatIsMendedAfterAMistakeTakesEffect() throws Exception {
    writePartners(clinic("one", secretOf("one")));
    open();
    write("partners.json", "{");
    await(() -> !log.lines("SEVERE").isEmpty());

    writePartners(clinic("two", secretOf("two")));

    await(() -> find("two").isPresent());
    assertThat(find("one")).isEmpty();
  }

  @Test
  void keyFileThatWasMissingAndComesTakesEffect() throws Exception {
    writePartners(clinic("one", secretOf("one")));
    open();
    writePartners(clinic("two", "'keys': [{'pem': 'late.pem'}]"));
    await(() -> !log.lines("SEVERE").isEmpty());
    assertThat(find("one")).isPresent();

    write("late.pem", TestPartner.pem("PUBLIC KEY", TestPartner.RSA.getPublic().getEncoded()));

    await(() -> find("two").isPresent());
  }

  @Test
  void fileThatIsDeletedChangesNothing() throws Exception {
    writePartners(clinic("one", secretOf("one")));
    open();

    Files.delete(file("partners.json"));

    await(() -> !log.lines("SEVERE").isEmpty());
    assertThat(find("one")).isPresent();
  }

  /** Whoever opens a pipe waits until somebody writes into it. */
  @Test
  void pipeInTheRoomOfAFileChangesNothingAndIsWatchedOn() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
    writePartners(clinic("one", secretOf("one")));
    open();

    Files.delete(file("partners.json"));
    new ProcessBuilder("/usr/bin/mkfifo", file("partners.json").toString()).start().waitFor();
    await(() -> !log.lines("SEVERE").isEmpty());
    assertThat(log.lines("SEVERE").get(0))
        .endsWith(
            "partners.json: the partners file is not there or cannot be read (it is no regular"
                + " file)");
    assertThat(find("one")).isPresent();

    Files.delete(file("partners.json"));
    writePartners(clinic("two", secretOf("two")));
    await(() -> find("two").isPresent());
  }

  @Test
  void changeOfTheSameSizeAndTimeTakesEffect() throws Exception {
    writePartners(clinic("one", secretOf("one")));
    FileTime time = FileTime.fromMillis(1_700_000_000_000L);
    Files.setLastModifiedTime(file("partners.json"), time);
    open();

    writePartners(clinic("two", secretOf("two")));
    Files.setLastModifiedTime(file("partners.json"), time);

    await(() -> find("two").isPresent());
  }

  @Test
  void symbolicLinkThatIsReplacedTakesEffect() throws Exception {
    Files.createDirectory(file("v1"));
    Files.createDirectory(file("v2"));
    write("v1/partners.json", "{'partners': [" + clinic("one", secretOf("one")) + "]}");
    write("v2/partners.json", "{'partners': [" + clinic("two", secretOf("two")) + "]}");
    Files.createSymbolicLink(file("current"), file("v1"));
    Files.createSymbolicLink(file("partners.json"), Path.of("current/partners.json"));
    open();

    Files.createSymbolicLink(file("next"), file("v2"));
    Files.move(
        file("next"),
        file("current"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE);

    await(() -> find("two").isPresent());
  }

  @Test
  void fileThatChangesAllTheTimeTakesEffectAllTheSame() throws Exception {
    writePartners(clinic("one", secretOf("one")));
    open(Duration.ofMillis(200));
    int[] count = {0};

    await(
        () -> {
          try {
            writePartners(clinic("one", secretOf("one")), clinic("n" + count[0]++, secretOf("n")));
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
          return partners().current().all().size() == 2;
        });
  }

  @Test
  void touchedFileIsNotLoadedAnew() throws Exception {
    writePartners(clinic("one", secretOf("one")));
    open();
    ConfiguredPartners before = partners().current();

    Files.setLastModifiedTime(file("partners.json"), FileTime.fromMillis(1_700_000_000_000L));
    looksOften();

    assertThat(partners().current()).isSameAs(before);
  }

  @Test
  void changeThatTakesAKeyAwayFromAPartnerIsNotTaken() throws Exception {
    writePartners(clinic("one", secretOf("one")));
    open();

    writePartners(clinic("one", "'keys': []"));

    await(() -> !log.lines("SEVERE").isEmpty());
    assertThat(log.lines("SEVERE").get(0))
        .contains("partner \"one\" has no \"keys\" and no key resolver is set");
    assertThat(keyIds("one")).containsExactly("one");
  }

  @Test
  void partnerWithoutKeysIsTakenWhereAResolverGivesThem() throws Exception {
    writePartners(clinic("one", "'pathOnly': true"));

    opened =
        PartnersFile.of(ConfigSource.file(file("partners.json"))).keysFromResolver(true).open();

    assertThat(find("one")).isPresent();
  }

  @Test
  void firstReadingWithAMistakeIsAnErrorAndLeavesNoThread() throws Exception {
    writePartners("{'id': 'one'}");

    assertThatIllegalArgumentException().isThrownBy(this::open).withMessageContaining("profile");

    await(() -> threads().isEmpty()); // the last test's may still be on its way out
  }

  @Test
  void closedFileIsWatchedNoMoreAndGoesOnAnswering() throws Exception {
    writePartners(clinic("one", secretOf("one")));
    open();
    assertThat(threads()).hasSize(1);

    partners().close();

    await(() -> threads().isEmpty());
    assertThat(find("one")).isPresent();
  }

  private static List<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("launchgate-"))
        .toList();
  }

  @Test
  void warningOfEndlessTokensIsGivenOnceForEachPartner() throws Exception {
    writePartners(clinic("one", secretOf("one")));
    open();
    writePartners(clinic("one", secretOf("one")), clinic("two", secretOf("two")));
    await(() -> find("two").isPresent());
    await(() -> !log.lines("WARNING partner two").isEmpty());

    assertThat(log.lines("WARNING partner one")).hasSize(1);
    assertThat(log.lines("WARNING partner two")).hasSize(1);
  }
}
