package org.launchgate.example.attack.family;

import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Request;

/** Queries and forms of launches. */
final class Fields {
  private Fields() {}

  /** A link with that query. */
  static Request query(Scene scene, String query) {
    return Request.get(scene.setup().path() + "?" + query);
  }

  /** The field of a token, as it stands in queries and forms. */
  static String of(Scene scene, String token) {
    return scene.profile().field() + "=" + Scene.encoded(token);
  }

  /** A link without a query. */
  static Request none(Scene scene) {
    return Request.get(scene.setup().path());
  }
}
