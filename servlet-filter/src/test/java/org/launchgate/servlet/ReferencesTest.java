package org.launchgate.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.launchgate.MovableClock;

class ReferencesTest {
  private final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T12:00:00Z"));
  private final References references = new References(clock);

  @Test
  void areTenUnambiguousCharactersThatRiseAndDoNotRepeat() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      made.add(references.next());
      clock.advance(Duration.ofMillis(i % 7));
    }
    assertThat(made)
        .allMatch(reference -> reference.matches("[2-9A-HJKMNP-TV-Z]{10}"))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void riseAlsoWhereTheClockGoesBack() {
    String before = references.next();
    clock.advance(Duration.ofDays(-1));
    assertThat(references.next()).isGreaterThan(before);
  }

  @Test
  void ofSeveralThreadsDoNotRepeat() {
    assertThat(IntStream.range(0, 10_000).parallel().mapToObj(i -> references.next()))
        .doesNotHaveDuplicates();
  }

  @Test
  void ofTwoNodesInOneSecondDiffer() {
    List<String> firsts =
        Stream.generate(() -> new References(clock).next()).limit(20).distinct().toList();
    assertThat(firsts).hasSizeGreaterThan(15);
    assertThat(firsts)
        .extracting(reference -> reference.substring(0, 6))
        .containsOnly(firsts.get(0).substring(0, 6));
  }
}
