package org.launchgate.demo.simulator;

import java.util.Arrays;
import java.util.List;

/** The patients of Tatooine Clinic, each with a button that launches the portal in a new tab. */
final class ClinicPage {
  private static final String MAIN =
      """
      <h1>Patients in treatment</h1>
      <p class="lead">You are Mando Lorian (mando), Tatooine.</p>
      {}
      <ul class="people">{}
      </ul>
      <p class="below">Tokens of this clinic carry neither time nor id, so one patient gives the same token every time. Within 5 seconds the portal takes it once; only the session that redeemed it, and still shows that patient, is led there again.</p>
      {}""";
  private static final String PERSON =
      """

        <li class="person">
          <h2>{}</h2>
          <p class="detail">born {}, {}</p>{}
          <div class="launches">{}
          </div>
        </li>""";
  private static final String LAUNCH =
      """

            <form method="get" action="/clinic/{}/{}" target="_blank" rel="noopener">
              <button type="submit" class="button{}">Open {}<span class="hidden"> for {} (in a new tab)</span></button>
            </form>""";
  private static final String DIAGNOSIS =
      """

          <p><span class="tag">{}</span></p>""";

  private ClinicPage() {}

  static Html html(Html notice) {
    List<Html> people = ClinicPatient.ALL.stream().map(ClinicPage::person).toList();
    Html refusals = RefusalSection.html("/clinic");
    return Layout.CLINIC.page("Patients in treatment", Html.of(MAIN, notice, people, refusals));
  }

  private static Html person(ClinicPatient patient) {
    return Html.of(
        PERSON,
        patient.name(),
        patient.birthDate(),
        patient.gender(),
        patient.diagnosis().isEmpty() ? Html.of("") : Html.of(DIAGNOSIS, patient.diagnosis()),
        Arrays.stream(Place.values()).map(place -> launch(patient, place)).toList());
  }

  private static Html launch(ClinicPatient patient, Place place) {
    String look = place == Place.PORTAL ? "" : " quiet";
    return Html.of(LAUNCH, place.path(), patient.id(), look, place.where(), patient.name());
  }
}
