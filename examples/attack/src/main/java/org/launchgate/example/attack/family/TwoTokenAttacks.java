package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.CARRIER;
import static org.launchgate.example.attack.trial.Need.KEY;
import static org.launchgate.example.attack.trial.Need.QUERY;

import java.io.IOException;
import java.util.List;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Outcome;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Request;

/** More than one token, so that it depends on the reader which of them counts. */
public final class TwoTokenAttacks {
  private static final String ONE = "V-1";

  private TwoTokenAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        twoInLink(), twoInForm(), twoUnderEscapedNames(), queryAndBody(), queryOfAPost());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(CARRIER, id, description, source).needs(KEY);
  }

  private static Attack twoInLink() {
    return attack("car-two-link", "two tokens in a link", ONE)
        .needs(QUERY)
        .variant(
            "two good ones",
            s ->
                s.refused(
                    Fields.query(s, Fields.of(s, s.genuine()) + "&" + Fields.of(s, s.genuine()))))
        .variant("one twice", s -> twice(s, s.genuine()))
        .variant(
            "a bad one first",
            s ->
                s.refused(
                    Fields.query(s, Fields.of(s, s.forged()) + "&" + Fields.of(s, s.genuine()))))
        .variant(
            "a bad one last",
            s ->
                s.refused(
                    Fields.query(s, Fields.of(s, s.genuine()) + "&" + Fields.of(s, s.forged()))))
        .variant(
            "an empty one first",
            s -> s.refused(Fields.query(s, Fields.of(s, "") + "&" + Fields.of(s, s.genuine()))))
        .variant(
            "a bare name first",
            s -> s.refused(Fields.query(s, s.profile().field() + "&" + Fields.of(s, s.genuine()))));
  }

  private static Outcome twice(Scene scene, String token) throws IOException {
    return scene.refused(
        Fields.query(scene, Fields.of(scene, token) + "&" + Fields.of(scene, token)), token);
  }

  private static Attack twoInForm() {
    return attack("car-two-form", "two tokens in a form", ONE)
        .variant(
            "two good ones",
            s -> s.refused(s.formBody(Fields.of(s, s.genuine()) + "&" + Fields.of(s, s.genuine()))))
        .variant(
            "a bad one first",
            s -> s.refused(s.formBody(Fields.of(s, s.forged()) + "&" + Fields.of(s, s.genuine()))))
        .variant(
            "a bad one last",
            s -> s.refused(s.formBody(Fields.of(s, s.genuine()) + "&" + Fields.of(s, s.forged()))))
        .variant(
            "an empty one last",
            s -> s.refused(s.formBody(Fields.of(s, s.genuine()) + "&" + Fields.of(s, ""))));
  }

  private static Attack twoUnderEscapedNames() {
    return attack("car-two-escaped", "two tokens, one under an escaped name", ONE)
        .variant(
            "last",
            s ->
                s.refused(
                    s.formBody(
                        Fields.of(s, s.genuine())
                            + "&"
                            + escaped(s.profile().field())
                            + "="
                            + s.genuine())))
        .variant(
            "first",
            s ->
                s.refused(
                    s.formBody(
                        escaped(s.profile().field())
                            + "="
                            + s.forged()
                            + "&"
                            + Fields.of(s, s.genuine()))));
  }

  private static String escaped(String name) {
    return "%%%02x".formatted((int) name.charAt(0)) + name.substring(1);
  }

  private static Attack queryAndBody() {
    return attack("car-query-body", "a token in the query and one in the body", ONE)
        .variant("both good", s -> s.refused(both(s, s.genuine(), s.genuine())))
        .variant("the query's bad", s -> s.refused(both(s, s.forged(), s.genuine())))
        .variant("the body's bad", s -> s.refused(both(s, s.genuine(), s.forged())))
        .variant("the query's empty", s -> s.refused(both(s, "", s.genuine())));
  }

  private static Request both(Scene scene, String query, String body) {
    return scene.form(body).withTarget(scene.setup().path() + "?" + Fields.of(scene, query));
  }

  private static Attack queryOfAPost() {
    return attack("car-post-query", "a POST with its token in the query", ONE)
        .variant("an empty form", s -> s.refused(inQuery(s, "")))
        .variant("another field in the form", s -> s.refused(inQuery(s, "x=1")));
  }

  private static Request inQuery(Scene scene, String body) {
    return scene
        .formBody(body)
        .withTarget(scene.setup().path() + "?" + Fields.of(scene, scene.genuine()));
  }
}
