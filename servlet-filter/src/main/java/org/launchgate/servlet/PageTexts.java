package org.launchgate.servlet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** What our own pages say in one language, read once. */
final class PageTexts {
  private static final Map<Language, PageTexts> ALL = readAll();

  private final Map<String, Sentence> sentences = new TreeMap<>();

  private PageTexts(Properties file) {
    file.stringPropertyNames()
        .forEach(key -> sentences.put(key, new Sentence(file.getProperty(key))));
  }

  static PageTexts in(Language language) {
    PageTexts texts = ALL.get(language);
    if (texts == null) {
      throw new IllegalArgumentException("no text is written in " + language);
    }
    return texts;
  }

  /** The sentence of that key; each language has them all. */
  Sentence get(String key) {
    Sentence sentence = sentences.get(key);
    if (sentence == null) {
      throw new IllegalArgumentException("no text has the key " + key);
    }
    return sentence;
  }

  Set<String> keys() {
    return Collections.unmodifiableSet(sentences.keySet());
  }

  private static Map<Language, PageTexts> readAll() {
    Map<Language, PageTexts> all = new EnumMap<>(Language.class);
    Arrays.stream(Language.values()).forEach(language -> all.put(language, read(language)));
    return all;
  }

  private static PageTexts read(Language language) {
    String name = "pages-" + language.tag() + ".properties";
    try (InputStream file = PageTexts.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IOException(name + " is missing beside the classes of Launchgate");
      }
      Properties texts = new Properties();
      texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return new PageTexts(texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
