package org.launchgate.example.attack;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Bait;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.trial.Setup;
import org.launchgate.example.attack.wire.Wire;

/**
 * Forges launches and sends them to a deployment: {@code java -jar launchgate-attack.jar}. Ends
 * with 0 when nothing got through, with 1 when something did, with 2 when it could not be tried.
 */
public final class Main {
  private static final int WITHSTOOD = 0;
  private static final int BROKEN = 1;
  private static final int NOT_TRIED = 2;

  private final PrintStream out;

  private Main(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] words) {
    System.exit(run(System.out, words));
  }

  /** The same without ending the process. */
  static int run(PrintStream out, String... words) {
    try {
      return new Main(out).run(Arguments.of(words));
    } catch (UsageException e) {
      out.println(e.getMessage());
      out.println("--help tells what there is");
    } catch (IOException e) {
      out.println("Not tried: " + e.getMessage());
    }
    return NOT_TRIED;
  }

  private int run(Arguments arguments) throws UsageException, IOException {
    if (arguments.has("--help")) {
      out.println(Help.TEXT);
      return WITHSTOOD;
    }
    List<Attack> attacks = chosen(arguments.value("--only"));
    if (arguments.has("--list")) {
      attacks.forEach(this::list);
      out.println(attacks.size() + " kinds");
      return WITHSTOOD;
    }
    return attack(SetupReader.read(arguments), attacks);
  }

  private int attack(Setup setup, List<Attack> attacks) throws IOException {
    long begin = System.nanoTime();
    Report report = new Report(out);
    report.begin(setup);
    Wire wire = new Wire(setup.url());
    try (Bait bait = Bait.open(setup.baitHost())) {
      Run run = new Run(Scene.of(setup, wire, bait));
      Optional<String> bad = run.goodLaunch();
      if (bad.isEmpty()) {
        run.run(attacks, report::add);
        bad = run.goodLaunch();
      }
      if (bad.isPresent()) {
        out.println("A good launch does not get in, so no refusal means anything: " + bad.get());
        return NOT_TRIED;
      }
    }
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    return report.end(wire.sent(), time) ? WITHSTOOD : BROKEN;
  }

  private static List<Attack> chosen(Optional<String> only) throws UsageException {
    List<String> names = Arrays.asList(only.orElse("").split(",", -1));
    List<Attack> chosen =
        Catalogue.all().stream()
            .filter(
                attack ->
                    only.isEmpty()
                        || names.contains(attack.id())
                        || names.contains(attack.family().toString()))
            .toList();
    if (chosen.isEmpty()) {
      throw new UsageException("--only names no attack and no family; --list tells them");
    }
    return chosen;
  }

  private void list(Attack attack) {
    out.printf(
        "%-10s %-26s %s [%s]%n",
        attack.family(), attack.id(), attack.description(), attack.source());
    attack.needs().forEach(need -> out.println("             needs " + need.text()));
  }
}
