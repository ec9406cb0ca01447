package org.launchgate.servlet;

import java.util.Map;
import java.util.TreeMap;

/**
 * Something to say, in whatever language.
 *
 * @param key of the text
 * @param others the words of others that stand in it, by the names of their places
 */
record Words(String key, Map<String, String> others) {
  Words {
    others = Map.copyOf(others);
  }

  static Words of(String key) {
    return new Words(key, Map.of());
  }

  Words with(String place, String word) {
    Map<String, String> more = new TreeMap<>(others);
    more.put(place, word);
    return new Words(key, more);
  }

  /** As text. */
  String in(Language language) {
    return sentence(language).plain(others);
  }

  /** As HTML that shows whose words stand where. */
  String htmlIn(Language language) {
    return sentence(language).html(others);
  }

  private Sentence sentence(Language language) {
    return PageTexts.in(language).get(key);
  }

  /** The words of others may be a name. */
  @Override
  public String toString() {
    return "Words[" + key + "]";
  }
}
