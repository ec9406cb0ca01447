package org.launchgate.example.attack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Setup;

/** Tells a person, or a program that reads lines, how it went. */
final class Report {
  private final PrintStream out;
  private final List<Result> results = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  void begin(Setup setup) {
    out.println("Attacking " + setup.url() + " as a partner of profile " + setup.profile().name());
    if (setup.signer().isEmpty()) {
      out.println(
          "Without the partner's key: whether a good launch gets in is not known, so that a"
              + " refusal shows little, and most attacks cannot be made.");
    }
    out.println();
  }

  void add(Result result) {
    results.add(result);
    Attack attack = result.attack();
    String word = result.held() ? "ok" : result.skipped().isPresent() ? "skipped" : "BROKEN";
    out.printf("%-7s %-10s %-26s %s%n", word, attack.family(), attack.id(), remark(result, attack));
    result.broken().forEach(how -> out.println("        - " + how));
  }

  private static String remark(Result result, Attack attack) {
    return result
        .skipped()
        .orElseGet(
            () ->
                result.held()
                    ? result.tried() + (result.tried() == 1 ? " variant" : " variants")
                    : attack.description() + " (" + attack.source() + ")");
  }

  /** The last lines; whether everything was refused. */
  boolean end(int requests, Duration time) {
    List<Result> tried = results.stream().filter(result -> result.skipped().isEmpty()).toList();
    List<Result> broken = tried.stream().filter(result -> !result.held()).toList();
    int variants = tried.stream().mapToInt(Result::tried).sum();
    out.printf(
        "%n%d kinds in %d variants, %d requests, %.1f s; %d kinds skipped%n",
        tried.size(), variants, requests, time.toMillis() / 1000.0, results.size() - tried.size());
    out.println(
        broken.isEmpty()
            ? "Nothing got through."
            : broken.size() + " kinds got through: " + String.join(" ", ids(broken)));
    return broken.isEmpty() && !tried.isEmpty();
  }

  private static List<String> ids(List<Result> results) {
    return results.stream().map(result -> result.attack().id()).toList();
  }
}
