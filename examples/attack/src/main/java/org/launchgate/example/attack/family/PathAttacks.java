package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.CARRIER;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.WHOAMI;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.trial.Setup;
import org.launchgate.example.attack.wire.Answer;
import org.launchgate.example.attack.wire.Request;

/** The launch path, or a page behind it, in another spelling. */
public final class PathAttacks {
  private static final String SOURCE = "RFC 3986 6; CWE-22; CWE-180";

  private PathAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(forged(), used(), probe());
  }

  private static Attack attack(String id, String description) {
    return Attack.of(CARRIER, id, description, SOURCE);
  }

  private static List<String> launchPaths(Setup setup) {
    return spellings(setup.path());
  }

  private static List<String> probePaths(Setup setup) {
    return setup.whoami().map(URI::getRawPath).map(PathAttacks::spellings).orElse(List.of());
  }

  /** What some part of a server or proxy may take for a path. */
  private static List<String> spellings(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String first = "%%%02x".formatted((int) name.charAt(0)) + name.substring(1);
    String twice = "%25" + first.substring(1);
    return Stream.of(
            name + ";x=1",
            name + ";jsessionid=1",
            ";x=1/" + name,
            name + "/",
            "/" + name,
            "./" + name,
            "x/../" + name,
            "x/..;/" + name,
            "x/..;x=1/" + name,
            "%2e/" + name,
            "x/%2e%2e/" + name,
            "x/%2e%2e%3b/" + name,
            first,
            twice,
            name + "%2f",
            name + "%00",
            name + "%20",
            name + "%3b",
            name + "%3f",
            name + "%0a",
            name + "..",
            name + ".jsp",
            name + ".json",
            name + "/x/..",
            name + "\\",
            "\\" + name,
            "x\\..\\" + name,
            name.toUpperCase(Locale.ROOT),
            name + "%c0%af",
            "%c0%ae/" + name,
            name + "/.",
            name + "//",
            "WEB-INF/../" + name)
        .map(spelling -> folder + spelling)
        .toList();
  }

  private static Attack forged() {
    return attack("path-forged", "a forged launch by another spelling of the path")
        .<String>each(PathAttacks::launchPaths, (s, path) -> at(s, path, s.forged()));
  }

  private static Attack used() {
    return attack("path-used", "a used token by another spelling of the path")
        .needs(KEY)
        .<String>each(
            PathAttacks::launchPaths,
            (s, path) -> {
              String token = s.genuine();
              return s.accepted(token).and(() -> at(s, path, token));
            });
  }

  // A page that is not the launch's may be there: it must not log in, and not repeat the token.
  private static Outcome at(Scene scene, String path, String token) throws IOException {
    Request usual = scene.carry(token);
    String query = usual.target().substring(scene.setup().path().length());
    Answer answer = scene.browser().send(usual.withTarget(path + query));
    return answer.status() >= 500
        ? Outcome.broken("answered " + answer.status())
        : scene.quiet(answer, token);
  }

  private static Attack probe() {
    return attack("path-probe", "a page for users, by another spelling of its path")
        .needs(WHOAMI)
        .<String>each(PathAttacks::probePaths, PathAttacks::probe);
  }

  private static Outcome probe(Scene scene, String path) throws IOException {
    Answer answer = scene.browser().send(Request.get(path));
    return Outcome.heldIf(answer.status() != 200, "a user's page was shown to nobody");
  }
}
