package org.launchgate.servlet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.launchgate.LaunchPatient;

/** Lets a user choose among the patients that are open. */
final class ChoicePage {
  private static final int CONFLICT = 409;

  private ChoicePage() {}

  /**
   * The page.
   *
   * @param windows the session's
   * @param here the address that asks for a patient, on this host
   */
  static Page of(List<LaunchWindow> windows, String here) {
    return Page.of(PageMessage.CHOICE, CONFLICT)
        .leadingTo(
            windows.stream()
                .sorted(Comparator.comparing(window -> window.context().verifiedAt()))
                .map(window -> link(window, here))
                .toList());
  }

  private static PageLink link(LaunchWindow window, String here) {
    return new PageLink(WindowUrl.with(local(here), window.id()), name(window));
  }

  /** An address that begins with two slashes would lead to another host. */
  private static String local(String here) {
    return "/" + here.replaceFirst("^[/\\\\]+", "");
  }

  private static Words name(LaunchWindow window) {
    return window
        .context()
        .patient()
        .map(ChoicePage::name)
        .orElseGet(() -> words("none", Map.of("partner", window.context().partner())));
  }

  private static Words name(LaunchPatient patient) {
    String name =
        List.of(patient.givenName(), patient.middleName(), patient.familyName()).stream()
            .flatMap(part -> part.stream())
            .collect(Collectors.joining(" "));
    if (!name.isEmpty()) {
      return named("patient", Map.of("name", name), patient);
    }
    return patient
        .id()
        .map(id -> named("numbered", Map.of("id", id), patient))
        .orElseGet(() -> named("nameless", Map.of(), patient));
  }

  private static Words named(String part, Map<String, String> others, LaunchPatient patient) {
    return patient
        .birthDate()
        .map(date -> words(part + "Born", others).with("date", date.toString()))
        .orElseGet(() -> words(part, others));
  }

  private static Words words(String part, Map<String, String> others) {
    return new Words(PageMessage.CHOICE.words(part).key(), others);
  }
}
