package org.launchgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.launchgate.demo.simulator.PartnerKeys;

/** How the demo starts, refuses to start, and ends. */
class StartingDemoIT {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"demo.portal.port", "demo.partner.port"})
  void portInUseIsSaidInOneSentence(String property) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        DemoProcess demo =
            DemoProcess.started("-D" + property + "=" + taken.getLocalPort(), temporary())) {
      assertThat(demo.exitCode()).isEqualTo(1);
      assertThat(demo.console())
          .singleElement()
          .asString()
          .contains("Port " + taken.getLocalPort() + " is in use", "-D" + property + "=");
    }
    assertThat(leftOvers()).isEmpty();
  }

  @Test
  void otherPartnersAreUsedInsteadOfTheDemosOwn() throws Exception {
    Path partners =
        DemoPartners.write(
            folder.resolve("own"), PartnerKeys.generate(), URI.create("http://localhost:9/"));
    try (DemoProcess demo = DemoProcess.ready("-Ddemo.partners=" + partners)) {
      Browser browser = new Browser();
      URI launch = demo.simulator().resolve("/xis/launch/456-789");
      assertThat(browser.get(launch, Browser.HTML).statusCode()).isEqualTo(403);
      assertThat(browser.get(demo.simulator(), Browser.HTML).body())
          .contains("another partners file");
    }
  }

  @ParameterizedTest
  @CsvSource({"nowhere/partners.json, does not exist", "'', is a folder"})
  void partnersFileThatIsNoneIsSaidInOneSentence(String path, String problem) throws Exception {
    Path partners = folder.resolve(path);
    try (DemoProcess demo = DemoProcess.started("-Ddemo.partners=" + partners, temporary())) {
      assertThat(demo.exitCode()).isEqualTo(1);
      assertThat(demo.console())
          .singleElement()
          .asString()
          .startsWith("demo.partners is \"" + partners + "\", which ")
          .contains(problem);
    }
    assertThat(leftOvers()).isEmpty();
  }

  @Test
  void brokenPartnersFileStopsTheStart() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"partners\": [{\"id\": 1}]}");
    try (DemoProcess demo = DemoProcess.started("-Ddemo.partners=" + broken, temporary())) {
      assertThat(demo.exitCode()).isEqualTo(1);
      assertThat(demo.console()).singleElement().asString().contains("broken.json", "id");
    }
    assertThat(leftOvers()).isEmpty();
  }

  @Test
  void folderIsPrivateAndRemovedAtTheEnd() throws Exception {
    try (DemoProcess demo = DemoProcess.ready(temporary())) {
      assertThat(leftOvers()).hasSize(1);
      for (Path left : leftOvers()) {
        assertThat(Files.getPosixFilePermissions(left)).hasSize(3);
      }
      demo.stop();
    }
    assertThat(leftOvers()).isEmpty();
  }

  @Test
  void consoleIsQuietUntilThereIsALaunch() throws Exception {
    try (DemoProcess demo = DemoProcess.ready()) {
      assertThat(demo.console())
          .noneMatch(line -> line.contains("Tomcat") || line.contains("SEVERE"))
          .filteredOn(line -> line.matches("[0-9:]{8} .*"))
          .allMatch(line -> line.contains("LaunchFilter") || line.contains("partner tatooine"));
    }
  }

  @Test
  void itEndsWithItsParentWhereAsked() throws Exception {
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "\"$@\" & echo child $!; wait", "sh"));
    command.addAll(DemoProcess.command("-Ddemo.stopWithParent=true", temporary()));
    try (DemoProcess shell = DemoProcess.of(command)) {
      String child = shell.awaitLine(line -> line.startsWith("child "));
      shell.awaitLine(line -> line.contains("Stop with Ctrl-C"));
      ProcessHandle demo =
          ProcessHandle.of(Long.parseLong(child.substring("child ".length()))).orElseThrow();
      shell.stop();
      demo.onExit().get(30, TimeUnit.SECONDS);
    }
    assertThat(leftOvers()).isEmpty();
  }

  private String temporary() {
    return "-Djava.io.tmpdir=" + folder;
  }

  private Set<Path> leftOvers() throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.getFileName().toString().startsWith("launchgate-demo-"))
          .collect(Collectors.toSet());
    }
  }
}
