package org.launchgate.demo.simulator;

/** Which of the two portals a launch opens: the same application, set up in two ways. */
enum Place {
  /** One patient at a time. */
  PORTAL("in Meadow", "launch", "/launch"),
  /** A patient in each window. */
  DESK("at the desk", "desk", "/desk/launch");

  private final String where;
  private final String path;
  private final String launchPath;

  Place(String where, String path, String launchPath) {
    this.where = where;
    this.path = path;
    this.launchPath = launchPath;
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
