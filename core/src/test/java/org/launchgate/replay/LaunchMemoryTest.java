package org.launchgate.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.spi.LaunchUnavailableException;

/** The memory against the simplest thing that could be right: a map that is searched through. */
class LaunchMemoryTest {
  private static final List<String> PARTNERS = List.of("a", "b", "c");
  private static final int CAPACITY = 20;
  private static final int SHARE = 9;

  /** What is remembered, by partner and launch, with the last second of each. */
  private final Map<String, Long> model = new HashMap<>();

  private String expected(String partner, long id, long keptUntil, long now) {
    model.values().removeIf(until -> until < now);
    String launch = partner + id;
    if (model.containsKey(launch)) {
      return "false";
    }
    long own = model.keySet().stream().filter(key -> key.startsWith(partner)).count();
    if (own >= SHARE || model.size() >= CAPACITY) {
      return "full";
    }
    model.put(launch, keptUntil);
    return "true";
  }

  private static String answer(LaunchMemory memory, String partner, UsedLaunch launch, long now) {
    try {
      return String.valueOf(memory.claim(partner, launch, now));
    } catch (LaunchUnavailableException e) {
      return "full";
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyAnswerIsThatOfAPlainMap(long seed) {
    Random random = new Random(seed);
    LaunchMemory memory = new LaunchMemory(CAPACITY, SHARE);
    Map<String, Integer> answers = new HashMap<>();
    long now = 1_000;
    for (int i = 0; i < 20_000; i++) {
      now += random.nextInt(3) == 0 ? random.nextInt(4) : 0;
      String partner = PARTNERS.get(random.nextInt(PARTNERS.size()));
      long id = random.nextInt(40);
      long keptUntil = now - 1 + random.nextInt(30);
      // ids that differ in one half only, which must not be taken for each other
      UsedLaunch launch = new UsedLaunch(partner.charAt(0) * 4 + id % 4, id / 4, keptUntil);

      String expected = expected(partner, id, keptUntil, now);

      assertThat(answer(memory, partner, launch, now)).as("claim %d", i).isEqualTo(expected);
      assertThat(memory.size()).isBetween(model.size(), CAPACITY);
      answers.merge(expected, 1, Integer::sum);
    }
    assertThat(answers)
        .hasSize(3)
        .allSatisfy((answer, times) -> assertThat(times).isGreaterThan(500));
  }

  @Test
  void partnerOfWhichNothingIsKeptAnyMoreTakesNoPlace() {
    LaunchMemory memory = new LaunchMemory(CAPACITY, SHARE);
    memory.claim("a", new UsedLaunch(1, 1, 1_000), 1_000);

    memory.claim("b", new UsedLaunch(2, 2, 1_001), 1_001);

    assertThat(memory.partners()).singleElement().returns("b", PartnerLaunches::partner);
  }
}
