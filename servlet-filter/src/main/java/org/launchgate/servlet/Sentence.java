package org.launchgate.servlet;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of ours with places for other people's words, such as {@code {user}}. In HTML all of it is
 * escaped, ours as well, and the words of others stand out.
 *
 * @param text as it stands in the file of its language
 */
record Sentence(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

  /** The names of its places. */
  Set<String> places() {
    Set<String> names = new TreeSet<>();
    PLACE.matcher(text).results().forEach(place -> names.add(place.group(1)));
    return names;
  }

  /** As text. */
  String plain(Map<String, String> words) {
    return filled(words, UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** As HTML that shows whose words stand where. */
  String html(Map<String, String> words) {
    return filled(words, Html::escaped, others -> "<strong>" + Html.escaped(others) + "</strong>");
  }

  private String filled(
      Map<String, String> words, UnaryOperator<String> ours, UnaryOperator<String> others) {
    StringBuilder filled = new StringBuilder();
    Matcher places = PLACE.matcher(text);
    int end = 0;
    for (MatchResult place : places.results().toList()) {
      String word = words.get(place.group(1));
      if (word == null) {
        throw new IllegalArgumentException("nothing is given for " + place.group());
      }
      filled.append(ours.apply(text.substring(end, place.start()))).append(others.apply(word));
      end = place.end();
    }
    return filled.append(ours.apply(text.substring(end))).toString();
  }

  /** What our files say is nobody's. */
  @Override
  public String toString() {
    return text;
  }
}
