package org.launchgate.example.attack.family;

import java.util.function.UnaryOperator;
import org.launchgate.example.attack.token.Json.Raw;
import org.launchgate.example.attack.trial.Scene;

/** Tokens of the partner with one thing else in the payload. */
final class Claims {
  private Claims() {}

  /** With one claim more, or another. */
  static String with(Scene scene, String claim, Object value) {
    return scene.signed(scene.draft().claim(claim, value));
  }

  /** With another text. */
  static String changed(Scene scene, UnaryOperator<String> change) {
    return scene.signed(scene.draft().payloadText(change));
  }

  /** With a member more at the end, be it one or not. */
  static String last(Scene scene, String member) {
    return changed(scene, text -> text.substring(0, text.length() - 1) + "," + member + "}");
  }

  /** A value that nobody looks at: nothing else is wrong with it. */
  static String value(Scene scene, String text) {
    return scene.signed(scene.draft().claim("x", new Raw(text)));
  }
}
