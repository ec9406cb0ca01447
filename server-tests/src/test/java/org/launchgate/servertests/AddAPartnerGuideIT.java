package org.launchgate.servertests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.launchgate.partner.ConfigSource;
import org.launchgate.partner.ConfiguredPartners;
import org.launchgate.servertests.process.Built;
import org.launchgate.servertests.process.Demo;

/** Follows {@code docs/add-a-partner.md} word by word: its files, its program, what it promises. */
class AddAPartnerGuideIT {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final Pattern JSON =
      Pattern.compile("```json(?: refused)?\n(.*?)```", Pattern.DOTALL);

  private final Path repository = Built.images().resolve("../..").normalize();
  private final Path folder = Built.work().resolve("guide");
  private final Path partners = folder.resolve("partners.json");

  private List<String> filesOfTheGuide() throws Exception {
    String guide = Files.readString(repository.resolve("docs/add-a-partner.md"));
    return JSON.matcher(guide).results().map(found -> found.group(1)).toList();
  }

  private String partner(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(repository.resolve("examples/add-a-partner/Hobbiton.java").toString());
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("still not so after " + LIMIT).isLessThan(end);
      Thread.sleep(50);
    }
  }

  @Test
  void everyStepDoesWhatTheGuideSays() throws Exception {
    List<String> files = filesOfTheGuide();
    Files.createDirectories(folder);
    Files.writeString(partners, files.get(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfiguredPartners.load(ConfigSource.file(partners)))
        .withMessageContaining("\"secretText\" is 31 bytes; HS256 needs at least 32 random ones");
    Files.writeString(partners, files.get(0).replace("parties share", "parties share!"));
    try (Demo demo = Demo.start("guide-demo", partners)) {
      String portal = demo.home().toString();

      assertThat(partner("key", folder.toString())).contains("hobbiton.pem");
      assertThat(partner("launch", folder.toString(), portal)).contains("launch: 403");
      Files.writeString(folder.resolve("hobbiton.json"), files.get(1));
      Files.writeString(partners, files.get(2));
      await(() -> demo.log().contains("loaded anew, 2 partner(s); added [hobbiton], removed []"));

      assertThat(partner("launch", folder.toString(), portal))
          .contains(
              "launch: 303", "ticket: 303", "\"name\":\"hobbiton|hobbiton|4711\"", "\"id\":\"42\"");

      Files.writeString(partners, files.get(2).replace("hobbiton.pem", "hobbiton.pen"));
      await(() -> demo.log().contains("hobbiton.pen, which is not there"));
      assertThat(partner("launch", folder.toString(), portal)).contains("launch: 303");

      Files.writeString(
          partners,
          files.get(2).replace("\"id\": \"hobbiton\"", "\"id\": \"hobbiton\", \"enabled\": false"));
      await(() -> demo.log().contains("added [], removed [hobbiton]"));
      assertThat(partner("launch", folder.toString(), portal)).contains("launch: 403");
    }
  }
}
