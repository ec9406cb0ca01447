package org.launchgate.servlet;

import jakarta.servlet.FilterConfig;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.launchgate.partner.Placeholders;

/**
 * The init-params as they were written, with their placeholders replaced.
 *
 * <p>Messages quote a value as it was written, before its placeholders: what a placeholder stands
 * for may be a secret.
 */
final class InitParams {
  private final Map<InitParam, String> written = new EnumMap<>(InitParam.class);
  private final Map<InitParam, String> resolved = new EnumMap<>(InitParam.class);

  private InitParams() {}

  /**
   * Reads the params of a filter.
   *
   * @throws IllegalArgumentException for a name that is none of ours, an empty value, or a
   *     placeholder that leads nowhere
   */
  static InitParams of(Map<String, String> texts, Placeholders placeholders) {
    InitParams params = new InitParams();
    texts.forEach(
        (name, text) -> {
          InitParam param = InitParam.named(name).orElseThrow(() -> unknown(name));
          params.add(param, text.strip(), placeholders);
        });
    return params;
  }

  /** What a filter's configuration says, unchecked. */
  static Map<String, String> texts(FilterConfig config) {
    Map<String, String> texts = new TreeMap<>();
    Collections.list(config.getInitParameterNames())
        .forEach(name -> texts.put(name, String.valueOf(config.getInitParameter(name))));
    return texts;
  }

  private void add(InitParam param, String text, Placeholders placeholders) {
    written.put(param, text);
    String value = placeholders.resolve(text, where(param)).strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          where(param) + " is empty; leave it out, or give it " + param.allowed());
    }
    resolved.put(param, value);
  }

  /** The value that was given; empty when none was. */
  Optional<String> given(InitParam param) {
    return Optional.ofNullable(resolved.get(param));
  }

  /** The value that was given, else the default. */
  String value(InitParam param) {
    return given(param).orElse(param.defaultText());
  }

  /** A whole number within its bounds. */
  int number(InitParam param, int least, int most) {
    String text = value(param);
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw wrong(param);
  }

  /** A switch, spelled exactly {@code true} or {@code false}. */
  boolean flag(InitParam param) {
    return switch (value(param)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(param);
    };
  }

  /** The complaint about a value that is not allowed. */
  IllegalArgumentException wrong(InitParam param) {
    return new IllegalArgumentException(
        where(param)
            + " is \""
            + written.getOrDefault(param, param.defaultText())
            + "\"; allowed is "
            + param.allowed());
  }

  /** A complaint in words of its own. */
  static IllegalArgumentException wrong(InitParam param, String complaint) {
    return new IllegalArgumentException(where(param) + " " + complaint);
  }

  /** How messages name a param. */
  static String where(InitParam param) {
    return "init-param " + param.param();
  }

  // The value of an unknown param is not shown: it may be a secret under a mistyped name.
  private static IllegalArgumentException unknown(String name) {
    String nearest =
        Collections.min(
            InitParam.names(),
            Comparator.comparingInt(
                known ->
                    EditDistance.between(
                        known.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT))));
    return new IllegalArgumentException(
        "init-param \""
            + name
            + "\" does not exist; the nearest one is "
            + nearest
            + ", and all of them are "
            + String.join(", ", InitParam.names()));
  }
}
