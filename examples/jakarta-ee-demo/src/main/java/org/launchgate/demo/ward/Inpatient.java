package org.launchgate.demo.ward;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who lies on the ward. All of them are invented.
 *
 * @param id the patient number
 * @param givenName the given name
 * @param familyName the family name
 * @param birthDate the date of birth
 */
record Inpatient(String id, String givenName, String familyName, LocalDate birthDate) {
  static final List<Inpatient> ALL =
      List.of(
          new Inpatient("p-4711", "Willemina", "de Proefpersoon", LocalDate.of(1951, 3, 9)),
          new Inpatient("p-4712", "Bram", "Verzonnen", LocalDate.of(1987, 11, 30)),
          new Inpatient("p-4713", "Zoë", "Nergenshuizen", LocalDate.of(2016, 6, 14)));

  static Optional<Inpatient> withId(String id) {
    return ALL.stream().filter(patient -> patient.id().equals(id)).findFirst();
  }

  /** Both names. */
  String fullName() {
    return givenName + " " + familyName;
  }

  @Override
  public String toString() {
    return "Inpatient";
  }
}
