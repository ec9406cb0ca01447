package org.launchgate.example.attack.trial;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.launchgate.example.attack.wire.Answer;

/**
 * What the deployment answers to a token that is refused: the same bytes whatever was wrong with
 * it, but for one reference (checklist row 39). Whoever could tell two refusals apart would learn
 * which of the checks a forgery has passed.
 */
final class UsualRefusal {
  private static final String DATE = "Date";

  private final int status;
  private final String fields;
  private final Pattern body;

  private UsualRefusal(int status, String fields, Pattern body) {
    this.status = status;
    this.fields = fields;
    this.body = body;
  }

  /** Learns it from several answers to tokens of one and the same fault. */
  static UsualRefusal of(List<Answer> answers) {
    List<String> texts = answers.stream().map(Answer::text).toList();
    Answer first = answers.get(0);
    return new UsualRefusal(first.status(), fields(first), pattern(texts));
  }

  int status() {
    return status;
  }

  /** In what an answer differs; empty when in nothing. */
  Optional<String> difference(Answer answer) {
    if (answer.status() != status) {
      return Optional.of("answered " + answer.status() + ", other refusals " + status);
    }
    if (!fields(answer).equals(fields)) {
      return Optional.of("refused with other header fields than usual");
    }
    return body.matcher(answer.text()).matches()
        ? Optional.empty()
        : Optional.of("refused with another body than usual");
  }

  /** The reference that an answer shows. */
  Optional<String> reference(Answer answer) {
    Matcher matcher = body.matcher(answer.text());
    return matcher.matches() && matcher.groupCount() > 0
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  private static String fields(Answer answer) {
    return answer.fields().stream()
        .filter(field -> !field.name().equalsIgnoreCase(DATE))
        .map(field -> field.name() + ": " + field.value())
        .collect(Collectors.joining("\n"));
  }

  private static Pattern pattern(List<String> texts) {
    String first = texts.get(0);
    if (texts.stream().allMatch(first::equals)) {
      return Pattern.compile(Pattern.quote(first));
    }
    int start = texts.stream().mapToInt(text -> commonStart(first, text)).min().orElse(0);
    int end = texts.stream().mapToInt(text -> commonEnd(first, text)).min().orElse(0);
    return around(
        widened(first, start, -1), first.length() - widened(first, first.length() - end, 1), first);
  }

  private static Pattern around(int start, int end, String text) {
    return Pattern.compile(
        Pattern.quote(text.substring(0, start))
            + "([A-Za-z0-9_-]{1,64})"
            + Pattern.quote(text.substring(text.length() - end)));
  }

  // Two references may begin or end alike: the gap reaches from one other character to the next.
  private static int widened(String text, int from, int step) {
    int at = from;
    while (isReference(text, step < 0 ? at - 1 : at)) {
      at += step;
    }
    return at;
  }

  private static boolean isReference(String text, int at) {
    return at >= 0
        && at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "_-".indexOf(text.charAt(at)) >= 0);
  }

  private static int commonStart(String a, String b) {
    int n = 0;
    while (n < Math.min(a.length(), b.length()) && a.charAt(n) == b.charAt(n)) {
      n++;
    }
    return n;
  }

  private static int commonEnd(String a, String b) {
    int n = 0;
    while (n < Math.min(a.length(), b.length())
        && a.charAt(a.length() - 1 - n) == b.charAt(b.length() - 1 - n)) {
      n++;
    }
    return n;
  }
}
