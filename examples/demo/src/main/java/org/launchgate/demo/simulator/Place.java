package org.launchgate.demo.simulator;

import java.util.Arrays;
import java.util.Optional;

/** Which of the portals a launch opens: the same application, set up in three ways. */
enum Place {
  /** One patient at a time. */
  PORTAL("in Meadow", "launch", "/launch"),
  /** A patient in each window. */
  DESK("at the desk", "desk", "/desk/launch"),
  /** For users with accounts of their own. */
  STAFF("in the staff rooms", "staff", "/staff/launch");

  private final String where;
  private final String path;
  private final String launchPath;

  Place(String where, String path, String launchPath) {
    this.where = where;
    this.path = path;
    this.launchPath = launchPath;
  }

  /** The place with that segment; empty for anything else. */
  static Optional<Place> at(String path) {
    return Arrays.stream(values()).filter(place -> place.path.equals(path)).findFirst();
  }

  /** Where a patient is opened, as buttons say it. */
  String where() {
    return where;
  }

  /** Its segment in the simulator's own addresses. */
  String path() {
    return path;
  }

  /** Where it takes launches. */
  String launchPath() {
    return launchPath;
  }
}
