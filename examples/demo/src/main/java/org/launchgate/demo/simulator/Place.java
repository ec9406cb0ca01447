package org.launchgate.demo.simulator;

/** Which of the two portals a launch opens: the same application, set up in two ways. */
enum Place {
  /** One patient at a time. */
  PORTAL("Meadow", "launch", "/launch"),
  /** A patient in each window. */
  DESK("the desk", "desk", "/desk/launch");

  private final String title;
  private final String path;
  private final String launchPath;

  Place(String title, String path, String launchPath) {
    this.title = title;
    this.path = path;
    this.launchPath = launchPath;
  }

  /** What buttons call it. */
  String title() {
    return title;
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
