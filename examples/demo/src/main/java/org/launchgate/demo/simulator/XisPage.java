package org.launchgate.demo.simulator;

import java.util.Arrays;
import java.util.List;

/** The patients of Demo XIS, each with a link that launches the portal in a new tab. */
final class XisPage {
  private static final String MAIN =
      """
      <h1>Today's patients</h1>
      <p class="lead">You are practitioner 01029999 of practice 05029999.</p>
      {}
      <table class="patients">
        <thead>
          <tr><th scope="col">Patient</th><th scope="col">Problem</th><th scope="col">Portal</th></tr>
        </thead>
        <tbody>{}
        </tbody>
      </table>
      <p class="below"><a href="/xis/launch" target="_blank" rel="noopener" id="launch-no-patient">Open Meadow without a patient<span class="hidden"> (in a new tab)</span></a></p>
      {}""";
  private static final String ROW =
      """

          <tr>
            <th scope="row"><span class="name">{}</span> <span class="detail">born {}</span></th>
            <td><span class="tag">{}</span> <span class="detail">{}</span></td>
            <td class="launches">{}</td>
          </tr>""";
  private static final String LAUNCH =
      """
      <a class="launch" href="/xis/{}/{}" target="_blank" rel="noopener">Open {}<span class="hidden"> for {} (in a new tab)</span></a>""";

  private XisPage() {}

  static Html html(Html notice) {
    List<Html> rows = XisPatient.ALL.stream().map(XisPage::row).toList();
    Html refusals = RefusalSection.html("/xis");
    return Layout.XIS.page("Today's patients", Html.of(MAIN, notice, rows, refusals));
  }

  private static Html row(XisPatient patient) {
    return Html.of(
        ROW,
        patient.name(),
        patient.birthDate(),
        patient.icpc(),
        patient.problem(),
        Arrays.stream(Place.values()).map(place -> launch(patient, place)).toList());
  }

  private static Html launch(XisPatient patient, Place place) {
    return Html.of(LAUNCH, place.path(), patient.id(), place.where(), patient.name());
  }
}
