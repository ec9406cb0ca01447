package org.launchgate.servlet;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.launchgate.LaunchPatient;

/** Lets a user choose among the patients that are open. */
final class ChoicePage {
  private ChoicePage() {}

  /**
   * The page.
   *
   * @param windows the session's
   * @param here the address that asks for a patient, on this host
   */
  static String of(List<LaunchWindow> windows, String here) {
    HtmlPage page =
        new HtmlPage("Which patient?")
            .paragraph(
                "This address does not say which patient it is about. Choose the one that you want to"
                    + " go on with.");
    windows.stream()
        .sorted(Comparator.comparing(window -> window.context().verifiedAt()))
        .forEach(
            window ->
                page.paragraph(
                    "<a href=\""
                        + HtmlPage.escaped(WindowUrl.with(local(here), window.id()))
                        + "\">"
                        + HtmlPage.escaped(name(window))
                        + "</a>"));
    return page.text();
  }

  /** An address that begins with two slashes would lead to another host. */
  private static String local(String here) {
    return "/" + here.replaceFirst("^[/\\\\]+", "");
  }

  private static String name(LaunchWindow window) {
    return window
        .context()
        .patient()
        .map(ChoicePage::name)
        .orElse("No patient, opened from " + window.context().partner());
  }

  private static String name(LaunchPatient patient) {
    String name =
        List.of(patient.givenName(), patient.middleName(), patient.familyName()).stream()
            .flatMap(part -> part.stream())
            .collect(Collectors.joining(" "));
    String shown = name.isEmpty() ? "Patient " + patient.id().orElse("without a name") : name;
    return shown + patient.birthDate().map(date -> ", born " + date).orElse("");
  }
}
