package org.launchgate.demo.ward;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The pages of the hospital system. Everything in them is ours, and needs no escaping. */
final class HospitalPages {
  private HospitalPages() {}

  /** The list of patients, each with a link for each user. */
  static String list() {
    String rows = Inpatient.ALL.stream().map(HospitalPages::row).collect(Collectors.joining("\n"));
    return page(
        "Patients",
        "",
        """
        <h1>Patients of the ward</h1>
        <p>Open a patient in Harbour Ward, as one of two users. Open two, side by side: each tab keeps its own.</p>
        <table>
          <thead><tr><th scope="col">Patient</th><th scope="col">Born</th><th scope="col">Open in Harbour Ward</th></tr></thead>
          <tbody>
        %s
          </tbody>
        </table>"""
            .formatted(rows));
  }

  /** The page in the new tab from which the launch is posted. */
  static String handover(URI launch, String token) {
    return page(
        "On the way",
        "<script src=\"/launch.js\" defer></script>",
        """
        <h1>On the way to Harbour Ward</h1>
        <p>The hospital system has signed who you are and whom you mean.</p>
        <form method="post" action="%s" id="launch">
          <input type="hidden" name="payload" value="%s">
          <button type="submit">Continue</button>
        </form>"""
            .formatted(launch, token));
  }

  private static String row(Inpatient patient) {
    String links =
        Arrays.stream(Employee.values())
            .map(user -> link(patient, user))
            .collect(Collectors.joining(" "));
    return """
            <tr><th scope="row">%s</th><td>%s</td><td>%s</td></tr>"""
        .formatted(patient.fullName(), patient.birthDate(), links);
  }

  private static String link(Inpatient patient, Employee user) {
    return """
        <a href="/open/%s/%s" target="_blank" rel="noopener">as %s, %s<span class="hidden">: %s (in a new tab)</span></a>"""
        .formatted(user.role(), patient.id(), user.fullName(), user.role(), patient.fullName());
  }

  private static String page(String title, String script, String main) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>%s · Harbour Hospital System</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="/hospital.css">
          %s
        </head>
        <body>
        <header><p>Harbour Hospital System</p></header>
        <main>
        %s
        </main>
        <footer><p>Launchgate demo. Every person here is invented.</p></footer>
        </body>
        </html>
        """
        .formatted(title, script, main);
  }
}
