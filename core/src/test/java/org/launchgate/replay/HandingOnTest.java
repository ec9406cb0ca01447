package org.launchgate.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.Clause;
import org.launchgate.LogCapture;
import org.launchgate.MovableClock;
import org.launchgate.spi.LaunchUnavailableException;

/** What one run of a store hands to the next, and what it cannot. */
@Timeout(60)
class HandingOnTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;

  private final MovableClock clock = new MovableClock(NOW);

  private Path file() {
    return folder.resolve("used.bin");
  }

  private InMemoryReplayStore.Builder builder() {
    return InMemoryReplayStore.builder(clock).capacity(1000).file(file());
  }

  private boolean claim(InMemoryReplayStore store, String launch) {
    return store.claim("xis", launch, clock.instant().plus(HOUR));
  }

  /** A run that used one launch and ended in order a minute before now. */
  private byte[] stopped() throws Exception {
    try (InMemoryReplayStore store = builder().open()) {
      claim(store, "used");
    }
    clock.advance(Duration.ofMinutes(1));
    return Files.readAllBytes(file());
  }

  private void assertNothingIsTaken(String why) {
    try (LogCapture log = new LogCapture();
        InMemoryReplayStore store = builder().open()) {
      assertThat(store.size()).isZero();
      assertThat(store.remembersSince()).contains(clock.instant());
      assertThat(file()).doesNotExist();
      assertThat(log.lines("WARNING " + file() + " is not used"))
          .singleElement()
          .asString()
          .contains(why);
    }
  }

  @Test
  @Clause("V-29")
  void launchUsedBeforeAnOrderlyStopIsKnownAfterTheStart() throws Exception {
    stopped();

    try (LogCapture log = new LogCapture();
        InMemoryReplayStore store = builder().open()) {
      assertThat(claim(store, "used")).isFalse();
      assertThat(claim(store, "unused")).isTrue();
      assertThat(log.all()).contains("1 used launches of the run that ended at " + NOW);
    }
  }

  @Test
  void launchIsKeptAcrossTheStopUntilTheInstantThatItWasToBeKeptUntil() throws Exception {
    stopped();
    clock.advance(Duration.ofMinutes(59));

    try (InMemoryReplayStore store = builder().open()) {
      assertThat(claim(store, "used")).isFalse();
      clock.advance(Duration.ofNanos(1));
      assertThat(claim(store, "used")).isTrue();
    }
  }

  @Test
  void launchThatWasOverAtTheStartTakesNoPlace() throws Exception {
    stopped();
    clock.advance(HOUR);

    assertThat(builder().open().size()).isZero();
  }

  @Test
  void launchThatWasOverAtTheStopIsNotWritten() throws Exception {
    InMemoryReplayStore store = builder().open();
    claim(store, "over");
    clock.advance(HOUR.plusSeconds(1));
    store.close();
    long size = Files.size(file());

    InMemoryReplayStore other = builder().open();
    other.close();

    assertThat(size - "xis".length() - 6).isEqualTo(Files.size(file()));
  }

  @Test
  void severalRunsHandOnWhatTheyGotAndWhatTheyAdd() {
    for (int run = 0; run < 5; run++) {
      try (InMemoryReplayStore store = builder().open()) {
        for (int earlier = 0; earlier < run; earlier++) {
          assertThat(claim(store, "run " + earlier)).isFalse();
        }
        assertThat(claim(store, "run " + run)).isTrue();
        assertThat(store.claim("his", "run " + run, clock.instant().plus(HOUR))).isTrue();
        assertThat(store.remembersSince()).contains(NOW);
      }
      clock.advance(Duration.ofMinutes(1));
    }
  }

  @Test
  void fileIsGoneBeforeTheFirstLaunchIsTakenSoThatACrashLeavesNone() throws Exception {
    stopped();
    InMemoryReplayStore crashed = builder().open();
    assertThat(folder).isEmptyDirectory();
    claim(crashed, "unknown to the next");
    clock.advance(Duration.ofMinutes(1));

    try (InMemoryReplayStore store = builder().open()) {
      assertThat(store.size()).isZero();
      assertThat(store.remembersSince()).contains(clock.instant());
    }
  }

  /** Else a crash, a short run and an orderly stop would hide the crash. */
  @Test
  void beginningOfTheMemoryIsHandedOnWithIt() throws Exception {
    stopped();
    clock.advance(Duration.ofMinutes(1));

    try (InMemoryReplayStore store = builder().open()) {
      assertThat(store.remembersSince()).contains(NOW);
    }
  }

  @Test
  void beginningIsHandedOnInWholeSecondsRoundedDown() {
    clock.advance(Duration.ofMillis(1999));
    builder().open().close();

    assertThat(builder().open().remembersSince()).contains(NOW.plusSeconds(1));
  }

  @Test
  void beginningInTheFutureIsHandedOnAsWhenThatIsNoticed() {
    builder().open().close();
    clock.advance(HOUR.negated());

    assertThat(builder().open().remembersSince()).contains(NOW.minus(HOUR));
  }

  @Test
  void beginningIsHandedOnByARunThatDoesNotFence() {
    builder().restartFence(false).open().close();
    clock.advance(HOUR);

    assertThat(builder().open().remembersSince()).contains(NOW);
  }

  @Test
  void filesOfTwoStoresDoNotKnowEachOthersLaunches() {
    Path other = folder.resolve("other.bin");
    try (InMemoryReplayStore one = builder().open();
        InMemoryReplayStore two = builder().file(other).open()) {
      claim(one, "one");
      claim(two, "two");
    }

    try (InMemoryReplayStore one = builder().open();
        InMemoryReplayStore two = builder().file(other).open()) {
      assertThat(claim(one, "one")).isFalse();
      assertThat(claim(one, "two")).isTrue();
      assertThat(claim(two, "two")).isFalse();
    }
  }

  @Test
  void fileHoldsNoLaunchAndItsOwnerAloneMayReadIt() throws Exception {
    String written = new String(stopped(), StandardCharsets.ISO_8859_1);
    assertThat(written).startsWith("LGREPLAY").doesNotContain("used");
    assumeTrue(
        file().getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system does not know owners");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  /** Every one of its bytes: name, version, times, key, counts, launches, checksum. */
  @Test
  void fileWithAnyByteChangedCountsAsNone() throws Exception {
    byte[] good = stopped();
    for (int i = 0; i < good.length; i++) {
      byte[] changed = good.clone();
      changed[i] ^= 0x41;
      Files.write(file(), changed);
      assertThat(builder().open().remembersSince()).as("byte %d", i).contains(clock.instant());
      assertThat(file()).doesNotExist();
    }
  }

  @Test
  void fileThatIsCutOffAnywhereCountsAsNone() throws Exception {
    byte[] good = stopped();
    for (int length = 0; length < good.length; length++) {
      Files.write(file(), Arrays.copyOf(good, length));
      assertThat(builder().open().remembersSince())
          .as("%d bytes", length)
          .contains(clock.instant());
      assertThat(file()).doesNotExist();
    }
  }

  @Test
  void unchangedFileIsTaken() throws Exception {
    byte[] good = stopped();
    builder().open();
    Files.write(file(), good);

    assertThat(builder().open().size()).isEqualTo(1);
  }

  @Test
  void fileThatGoesOnAfterItsEndCountsAsNone() throws Exception {
    byte[] good = stopped();
    Files.write(file(), Arrays.copyOf(good, good.length + 1));

    assertNothingIsTaken("it goes on after its end");
  }

  @Test
  void fileOfAnotherKindCountsAsNone() throws Exception {
    Files.writeString(file(), "Something else that is long enough to be read for a while.");

    assertNothingIsTaken("it is no replay file");
  }

  @Test
  void fileOfAnotherVersionCountsAsNone() throws Exception {
    byte[] good = stopped();
    good[8] = 2;
    Files.write(file(), good);

    assertNothingIsTaken("it has another version than 1");
  }

  @Test
  void fileWithMoreLaunchesThanThereIsRoomForCountsAsNone() throws Exception {
    try (InMemoryReplayStore larger = builder().capacity(2000).partnerShare(100).open()) {
      for (int i = 0; i < 1001; i++) {
        claim(larger, "launch " + i);
      }
    }

    assertNothingIsTaken("it holds more live launches than replayCapacity allows");
  }

  @Test
  void fileWithAsManyLaunchesAsThereIsRoomForIsTakenThoughAShareIsSmallerNow() {
    try (InMemoryReplayStore store = builder().partnerShare(100).open()) {
      for (int i = 0; i < 1000; i++) {
        claim(store, "launch " + i);
      }
    }

    try (InMemoryReplayStore store = builder().partnerShare(1).open()) {
      assertThat(store.size()).isEqualTo(1000);
      assertThat(claim(store, "launch 999")).isFalse();
    }
  }

  @Test
  void fileThatNoMemoryOfThisSizeWritesIsNotEvenRead() throws Exception {
    Files.write(file(), new byte[128 + 1000 * 94 + 1]);

    assertNothingIsTaken("it is larger than replayCapacity allows");
  }

  @Test
  void fileAsLargeAsAMemoryOfThisSizeCanWriteIsRead() throws Exception {
    Files.write(file(), new byte[128 + 1000 * 94]);

    assertNothingIsTaken("it is no replay file");
  }

  @Test
  void startWithoutAFileIsNoFault() {
    try (LogCapture log = new LogCapture()) {
      builder().open();

      assertThat(log.all())
          .isEqualTo("INFO no used launches were handed on: there is no " + file());
    }
  }

  @Test
  void storeThatHasNoFileLogsNothingAtItsStartAndItsStop() {
    try (LogCapture log = new LogCapture()) {
      InMemoryReplayStore.builder(clock).open().close();

      assertThat(log.all()).isEmpty();
    }
  }

  @Test
  void linkInThePlaceOfTheFileCountsAsNoneAndWhatItPointsToStays() throws Exception {
    stopped();
    Path elsewhere = Files.move(file(), folder.resolve("elsewhere"));
    Files.createSymbolicLink(file(), elsewhere);

    assertNothingIsTaken("it is no regular file");
    assertThat(elsewhere).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw--w----", "rw-----w-"})
  void fileThatOthersMayWriteCountsAsNone(String permissions) throws Exception {
    assumeTrue(
        file().getFileSystem().supportedFileAttributeViews().contains("posix"),
        "this file system does not know owners");
    stopped();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));

    assertNothingIsTaken("others than its owner may write it");
  }

  /** Else who may write into the folder could say which launches were used, and since when. */
  @Test
  void fileOfAnotherUserCountsAsNone() throws Exception {
    stopped();
    assumeTrue(isGivenAway(file()), "this user may not give files away");

    assertNothingIsTaken("another user than that of this server has made it");
  }

  private static boolean isGivenAway(Path file) {
    try {
      Files.setAttribute(file, "unix:uid", 65_534);
      return true;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void fileThatCannotBeDeletedCountsAsNone() throws Exception {
    Files.createDirectories(file().resolve("in-the-way"));

    try (LogCapture log = new LogCapture()) {
      assertThat(builder().open().remembersSince()).contains(clock.instant());
      assertThat(log.lines("WARNING " + file() + " is not used")).hasSize(1);
    }
  }

  @Test
  void unfinishedFileOfACrashWhileStoppingIsRemovedAndCountsForNothing() throws Exception {
    stopped();
    Files.move(file(), folder.resolve("used.bin.tmp"));

    assertThat(builder().open().size()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void fileThatCannotBeWrittenIsLoggedAndLeavesNothing() throws Exception {
    InMemoryReplayStore store = builder().file(folder.resolve("no/such/folder")).open();
    try (LogCapture log = new LogCapture()) {
      store.close();
      assertThat(log.lines("WARNING used launches could not be written to")).hasSize(1);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void closingTwiceWritesOnce() throws Exception {
    InMemoryReplayStore store = builder().open();
    store.close();
    Files.delete(file());
    store.close();

    assertThat(file()).doesNotExist();
  }

  /** Whatever was answered "first use" is in the file, however late it came. */
  @Test
  void noClaimIsMissingThatWasAnsweredWhileTheStoreWasClosed() throws Exception {
    InMemoryReplayStore store = builder().capacity(10_000_000).open();
    AtomicInteger next = new AtomicInteger();
    AtomicInteger claimed = new AtomicInteger();
    Runnable claims =
        () -> {
          try {
            while (claim(store, "launch " + next.getAndIncrement())) {
              claimed.incrementAndGet();
            }
          } catch (LaunchUnavailableException e) {
            assertThat(e).hasMessage("the replay store is closed: its application stops");
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all =
          Stream.generate(() -> threads.submit(claims))
              .<Future<?>>map(each -> each)
              .limit(4)
              .toList();
      while (claimed.get() < 1000) {
        Thread.onSpinWait();
      }
      store.close();
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(builder().capacity(10_000_000).open().size()).isEqualTo(claimed.get());
  }

  @Test
  void claimAfterTheCloseIsNoAnswerAndNotInTheFile() {
    InMemoryReplayStore store = builder().open();
    store.close();

    assertThatThrownBy(() -> claim(store, "late")).isInstanceOf(LaunchUnavailableException.class);
    assertThat(claim(builder().open(), "late")).isTrue();
  }
}
