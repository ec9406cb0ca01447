package org.launchgate.demo.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A patient of Tatooine Clinic. What is unknown is an empty string, as in the tokens.
 *
 * @param id the clinic's own id
 * @param firstName given name
 * @param middleName middle name
 * @param lastName family name
 * @param birthDate the date of birth
 * @param gender in the clinic's word
 * @param ssn national id; its form is that of made-up test persons
 * @param mobile phone number
 * @param email e-mail address
 * @param diagnosis the problem's ICPC code
 */
record ClinicPatient(
    String id,
    String firstName,
    String middleName,
    String lastName,
    LocalDate birthDate,
    String gender,
    String ssn,
    String mobile,
    String email,
    String diagnosis) {

  /** Everybody on the list; the first is the contact of ExorLive's example. */
  static final List<ClinicPatient> ALL =
      List.of(
          new ClinicPatient(
              "2f3fb098",
              "Baby",
              "",
              "Yoda",
              LocalDate.of(1969, 11, 13),
              "male",
              "13116900216",
              "99900000",
              "",
              "L02"),
          new ClinicPatient(
              "7a10c4e2",
              "Shmi",
              "Sand",
              "Dunewalker",
              LocalDate.of(1958, 2, 27),
              "female",
              "27825800132",
              "99900001",
              "shmi@tatooine.example",
              "L90"),
          new ClinicPatient(
              "b5d80f36",
              "Padmé",
              "",
              "O'Naboo & Søn",
              LocalDate.of(1991, 7, 4),
              "female",
              "04879100248",
              "",
              "padme@tatooine.example",
              "L15"),
          new ClinicPatient(
              "04e9a7b1",
              "Rex",
              "\"Captain\"",
              "Testtrooper",
              LocalDate.of(2001, 10, 19),
              "male",
              "19900100375",
              "99900003",
              "",
              "L92"),
          new ClinicPatient(
              "e2c61d58",
              "Ahsoka",
              "",
              "Inventa",
              LocalDate.of(2012, 5, 8),
              "female",
              "08851200490",
              "99900004",
              "",
              ""));

  static Optional<ClinicPatient> withId(String id) {
    return ALL.stream().filter(patient -> patient.id().equals(id)).findFirst();
  }

  /** The same person under another id, whom nobody has launched yet. */
  ClinicPatient withOtherId(String otherId) {
    return new ClinicPatient(
        otherId, firstName, middleName, lastName, birthDate, gender, ssn, mobile, email, diagnosis);
  }

  /** The parts of the name that are known, with blanks between them. */
  String name() {
    return String.join(" ", firstName, middleName, lastName).replaceAll(" +", " ");
  }
}
