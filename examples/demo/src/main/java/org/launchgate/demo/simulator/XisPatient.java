package org.launchgate.demo.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A patient of Demo XIS. Name and birth date never leave it: a ZorgDomein token carries the logical
 * id.
 *
 * @param id the logical id
 * @param name as the practice writes it
 * @param birthDate the date of birth
 * @param icpc the problem's code
 * @param problem the problem in words
 * @param transaction the referral that is under way; empty when there is none
 * @param responsible the AGB code of the responsible practitioner; empty when it is the user
 */
record XisPatient(
    String id,
    String name,
    LocalDate birthDate,
    String icpc,
    String problem,
    Optional<String> transaction,
    Optional<String> responsible) {

  /** Everybody on the list; the first is the patient of ZorgDomein's example. */
  static final List<XisPatient> ALL =
      List.of(
          new XisPatient(
              "5a4fc42a-1847-4862-a5da-7af86ac23968",
              "Willemina de Proefpersoon",
              LocalDate.of(1951, 3, 9),
              "T90",
              "Diabetes mellitus",
              Optional.of("6fb34257-7e0d-41a1-b8a7-417a50de6d39"),
              Optional.empty()),
          new XisPatient(
              "0b7d2c1e-52f0-4c1f-9a3e-6d1f0c7e4b12",
              "Bram Verzonnen",
              LocalDate.of(1987, 11, 30),
              "L92",
              "Shoulder syndrome",
              Optional.of("b8d51c8e-0a5c-4c57-9e0f-3f6f5a1c2d44"),
              Optional.of("01019998")),
          new XisPatient(
              "c3e6a9f4-8d27-4b6a-b1c5-2e9f7a0d5c83",
              "Fatima Bedacht-Fictief",
              LocalDate.of(2016, 6, 14),
              "S87",
              "Atopic eczema",
              Optional.empty(),
              Optional.of("01019998")),
          new XisPatient(
              "91f0b6d8-3c45-4e72-8f19-a4d2e6c8b057",
              "Joris \"Sjors\" O'Test & Zonen",
              LocalDate.of(1964, 1, 2),
              "K86",
              "Hypertension",
              Optional.of("2d7a9e60-64b3-4a0c-8c8d-51b7e9f0a3c6"),
              Optional.empty()),
          new XisPatient(
              "456-789",
              "Anneke Nergenshuizen",
              LocalDate.of(1998, 8, 21),
              "R96",
              "Asthma",
              Optional.empty(),
              Optional.empty()),
          new XisPatient(
              "e7c41d90-a6b8-4f35-9d02-7b8e3f1a6c29",
              "Pieter van Voorbeeld",
              LocalDate.of(1942, 12, 5),
              "L90",
              "Osteoarthritis of the knee",
              Optional.of("7c0e3b1d-9f58-47d2-a6e4-0d8b2c5f9a71"),
              Optional.of("01029999")));

  static Optional<XisPatient> withId(String id) {
    return ALL.stream().filter(patient -> patient.id().equals(id)).findFirst();
  }
}
