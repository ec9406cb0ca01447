package org.launchgate.demo.ward;

import java.util.Arrays;
import java.util.Optional;

/** Who works at the hospital. All of them are invented. */
enum Employee {
  DOCTOR("doctor", "e-2101", "Nora", "Fictief"),
  ASSISTANT("assistant", "e-3307", "Tom", "Bedacht");

  private final String role;
  private final String id;
  private final String givenName;
  private final String familyName;

  Employee(String role, String id, String givenName, String familyName) {
    this.role = role;
    this.id = id;
    this.givenName = givenName;
    this.familyName = familyName;
  }

  /** The one in that role; empty where there is none. */
  static Optional<Employee> as(String role) {
    return Arrays.stream(values()).filter(each -> each.role.equals(role)).findFirst();
  }

  String role() {
    return role;
  }

  String id() {
    return id;
  }

  String givenName() {
    return givenName;
  }

  String familyName() {
    return familyName;
  }

  /** Both names. */
  String fullName() {
    return givenName + " " + familyName;
  }
}
