package org.launchgate.example.attack.family;

import static org.launchgate.example.attack.trial.Family.CARRIER;
import static org.launchgate.example.attack.trial.Need.FORM_ONLY;
import static org.launchgate.example.attack.trial.Need.KEY;

import java.util.List;
import java.util.Locale;
import org.launchgate.example.attack.trial.Attack;
import org.launchgate.example.attack.trial.Scene;
import org.launchgate.example.attack.wire.Request;

/** Good tokens, carried where no profile carries them, or more than one. */
public final class CarrierAttacks {
  private static final String ONE = "V-1";

  private CarrierAttacks() {}

  /** All of them. */
  public static List<Attack> all() {
    return List.of(
        formAsLink(), bodyOfAGet(), otherField(), almostField(), headers(), path(), fragment());
  }

  private static Attack attack(String id, String description, String source) {
    return Attack.of(CARRIER, id, description, source).needs(KEY);
  }

  private static Attack formAsLink() {
    return attack(
            "car-link",
            "a link with what only a form may carry",
            "HTI, exchange; ExorLive, the POST-call; V-37")
        .needs(FORM_ONLY)
        .variant("GET", s -> s.refused(s.link(s.genuine())))
        .variant(
            "GET with the method of a form",
            s -> s.refused(Fields.query(s, "_method=POST&" + Fields.of(s, s.genuine()))))
        .variant(
            "GET with another method in a header",
            s -> s.refused(s.link(s.genuine()).with("X-HTTP-Method-Override", "POST")));
  }

  private static Attack bodyOfAGet() {
    return attack("car-get-body", "a GET with a form in its body", "RFC 9110 9.3.1; V-37")
        .variant("alone", s -> s.refused(s.form(s.genuine()).withMethod("GET")))
        .variant(
            "beside a bad link",
            s ->
                s.refused(
                    s.form(s.genuine()).withMethod("GET").withTarget(s.link(s.forged()).target())));
  }

  private static Attack otherField() {
    return attack("car-field", "a good token in another field", ONE)
        .variant("jwt", s -> s.refused(named(s, "jwt")))
        .variant("id_token", s -> s.refused(named(s, "id_token")))
        .variant("access_token", s -> s.refused(named(s, "access_token")))
        .variant("assertion", s -> s.refused(named(s, "assertion")))
        .variant("SAMLResponse", s -> s.refused(named(s, "SAMLResponse")))
        .variant("ticket", s -> s.refused(named(s, "ticket")))
        .variant("code", s -> s.refused(named(s, "code")))
        .variant(
            "another profile's",
            s -> s.refused(named(s, s.profile().field().equals("token") ? "payload" : "token")))
        .variant("no name", s -> s.refused(named(s, "")));
  }

  private static Attack almostField() {
    return attack("car-almost", "a good token in almost its field", ONE)
        .variant(
            "upper case", s -> s.refused(named(s, s.profile().field().toUpperCase(Locale.ROOT))))
        .variant("a list's", s -> s.refused(named(s, s.profile().field() + "[]")))
        .variant("a list's first", s -> s.refused(named(s, s.profile().field() + "[0]")))
        .variant("a blank behind", s -> s.refused(named(s, s.profile().field() + "+")))
        .variant("a blank before", s -> s.refused(named(s, "%20" + s.profile().field())))
        .variant("a NUL behind", s -> s.refused(named(s, s.profile().field() + "%00")))
        .variant("a dot more", s -> s.refused(named(s, s.profile().field() + ".value")));
  }

  private static Request named(Scene scene, String name) {
    return scene.formBody(name + "=" + scene.genuine());
  }

  private static Attack headers() {
    return attack("car-header", "a good token in a header", ONE)
        .variant(
            "Authorization",
            s -> s.refused(Fields.none(s).with("Authorization", "Bearer " + s.genuine())))
        .variant(
            "Cookie",
            s -> s.refused(Fields.none(s).with("Cookie", s.profile().field() + "=" + s.genuine())))
        .variant("its own", s -> s.refused(Fields.none(s).with(s.profile().field(), s.genuine())))
        .variant(
            "X-JWT-Assertion", s -> s.refused(Fields.none(s).with("X-JWT-Assertion", s.genuine())));
  }

  private static Attack path() {
    return attack("car-path", "a good token in the path", ONE)
        .variant("a step", s -> s.refused(Request.get(s.setup().path() + "/" + s.genuine())))
        .variant(
            "a parameter",
            s -> s.refused(Request.get(s.setup().path() + ";" + Fields.of(s, s.genuine()))))
        .variant(
            "a parameter of a POST",
            s ->
                s.refused(
                    s.formBody("x=1")
                        .withTarget(s.setup().path() + ";" + Fields.of(s, s.genuine()))));
  }

  private static Attack fragment() {
    return attack("car-fragment", "a good token in a fragment", "RFC 9112 3.2; V-1")
        .variant(
            "alone",
            s -> s.refused(Request.get(s.setup().path() + "#" + Fields.of(s, s.genuine()))))
        .variant(
            "behind an empty query",
            s -> s.refused(Request.get(s.setup().path() + "?#" + Fields.of(s, s.genuine()))));
  }
}
