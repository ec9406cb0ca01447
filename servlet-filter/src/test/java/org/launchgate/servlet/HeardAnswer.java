package org.launchgate.servlet;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An answer, taken apart into the secrets that its browser needs and the rest, which may hold
 * nothing of anybody.
 *
 * @param secrets the values of tickets and cookies
 * @param rest all else that the answer says
 */
record HeardAnswer(List<String> secrets, String rest) {
  /** Where the ticket stands: in an address, or in the form of the question. */
  private static final Pattern TICKET =
      Pattern.compile(
          "(/app/launch\\?launch_ticket=|name=\"launch_ticket\" value=\""
              + "|name=\"consent\" value=\")([\\w-]{43})");

  private static final Pattern COOKIE =
      Pattern.compile(
          "^(launch-link=|launch-visit=|launch-[\\w-]{16}=|JSESSIONID=)([\\w-]{32,43}(\\.[\\w-]{43})?)(?=;)");

  /** The page that a browser has asked for itself, and is given to remember. */
  private static final Pattern LINK = Pattern.compile("^(launch-link=)([\\w-]+)(?=;)");

  /** The address of the patient's page, which its browser is led to. */
  private static final Pattern PAGE = Pattern.compile("^(/app/patients/)([^?]+)");

  /** Where the names of users stand on the page that asks whether to go on as another one. */
  private static final Pattern USERS =
      Pattern.compile(
          "(<strong>|<button>Go on as |<button name=\"launch_answer\" value=\"yes\">Link"
              + "|<a href=\"/app/\">Stay as )([^<]*)");

  /** Where the patients stand on the page that has the user choose among the open ones. */
  private static final Pattern PATIENTS =
      Pattern.compile("(<a href=\"[^\"]*_lw=[\\w-]{16}\">)([^<]*)");

  static HeardAnswer of(HttpResponse<String> answer) {
    return of(answer.statusCode(), answer.headers().map(), answer.body());
  }

  /**
   * An answer.
   *
   * @param headers by their names in lower case
   */
  static HeardAnswer of(int status, Map<String, List<String>> headers, String body) {
    List<String> secrets = new ArrayList<>();
    Map<String, List<String>> rest = new TreeMap<>(headers);
    rest.computeIfPresent("location", (name, all) -> without(TICKET, all, secrets));
    rest.computeIfPresent("set-cookie", (name, all) -> without(COOKIE, all, secrets));
    rest.computeIfPresent("set-cookie", (name, all) -> without(LINK, all, new ArrayList<>()));
    rest.computeIfPresent("location", (name, all) -> without(PAGE, all, new ArrayList<>()));
    String page = without(TICKET, body, secrets);
    return new HeardAnswer(secrets, status + " " + rest + " " + withoutNames(status, rest, page));
  }

  /** A few pages name people, since their user could not tell otherwise; no other answer does. */
  private static String withoutNames(int status, Map<String, List<String>> headers, String body) {
    if (status == 200
        && (body.contains("name=\"launch_ticket\"") || body.contains("name=\"consent\""))) {
      return without(USERS, body, new ArrayList<>());
    }
    return List.of("choose").equals(headers.get("launch-state"))
        ? without(PATIENTS, body, new ArrayList<>())
        : body;
  }

  private static List<String> without(Pattern what, List<String> texts, List<String> found) {
    return texts.stream().map(text -> without(what, text, found)).toList();
  }

  private static String without(Pattern what, String text, List<String> found) {
    what.matcher(text).results().map(match -> match.group(2)).forEach(found::add);
    return what.matcher(text).replaceAll("$1");
  }
}
