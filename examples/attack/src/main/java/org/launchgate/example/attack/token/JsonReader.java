package org.launchgate.example.attack.token;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON of the person who runs the attacks; it is trusted, and need not be fast. */
public final class JsonReader {
  private final String text;
  private int position;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * Reads one object.
   *
   * @throws IllegalArgumentException when the text is no JSON object
   */
  public static Map<String, Object> object(String text) {
    JsonReader reader = new JsonReader(text);
    reader.expect('{');
    Map<String, Object> members = reader.members();
    if (reader.peek() != 0) {
      throw reader.no("nothing more");
    }
    return members;
  }

  private Map<String, Object> members() {
    Map<String, Object> members = new LinkedHashMap<>();
    while (peek() != '}') {
      expect('"');
      String name = string();
      expect(':');
      members.put(name, value());
      next(peek() == ',' ? ',' : '}', '}');
    }
    position++;
    return members;
  }

  private List<Object> elements() {
    List<Object> elements = new ArrayList<>();
    while (peek() != ']') {
      elements.add(value());
      next(peek() == ',' ? ',' : ']', ']');
    }
    position++;
    return elements;
  }

  // Passes over a comma; leaves the end for the loop to see.
  private void next(char expected, char end) {
    expect(expected);
    if (expected == end) {
      position--;
    }
  }

  private Object value() {
    char c = peek();
    if (c == '{' || c == '[' || c == '"') {
      position++;
      return c == '{' ? members() : c == '[' ? elements() : string();
    }
    return word();
  }

  private Object word() {
    int start = position;
    while (position < text.length() && ",]} \n\r\t".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    String word = text.substring(start, position);
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      case "null" -> Json.NULL;
      default -> new BigDecimal(word);
    };
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    for (char c = character(); c != '"'; c = character()) {
      string.append(c == '\\' ? escaped(character()) : c);
    }
    return string.toString();
  }

  private char escaped(char c) {
    if (c == 'u') {
      position += 4;
      return (char) Integer.parseInt(text.substring(position - 4, position), 16);
    }
    int known = "bfnrt".indexOf(c);
    return known < 0 ? c : "\b\f\n\r\t".charAt(known);
  }

  private char character() {
    if (position == text.length()) {
      throw no("the end of a text");
    }
    return text.charAt(position++);
  }

  private void expect(char expected) {
    if (peek() != expected) {
      throw no(String.valueOf(expected));
    }
    position++;
  }

  private char peek() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position < text.length() ? text.charAt(position) : 0;
  }

  private IllegalArgumentException no(String expected) {
    return new IllegalArgumentException("expected " + expected + " at character " + position);
  }
}
