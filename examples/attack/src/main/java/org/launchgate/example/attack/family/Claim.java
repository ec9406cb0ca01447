package org.launchgate.example.attack.family;

import java.util.ArrayList;
import java.util.List;
import org.launchgate.example.attack.token.Json;
import org.launchgate.example.attack.trial.Scene;

/** One claim with one value. */
record Claim(String path, Object value) {

  /** Each of some claims with each of some values. */
  static List<Claim> each(List<String> paths, List<?> values) {
    List<Claim> all = new ArrayList<>();
    for (String path : paths) {
      values.forEach(value -> all.add(new Claim(path, value)));
    }
    return all;
  }

  /** A token of the partner with this claim. */
  static String in(Scene scene, Claim claim) {
    return Claims.with(scene, claim.path(), claim.value());
  }

  @Override
  public String toString() {
    return path + ": " + Json.of(value);
  }
}
