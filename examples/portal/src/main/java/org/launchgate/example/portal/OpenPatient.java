package org.launchgate.example.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.launchgate.LaunchContext;
import org.launchgate.servlet.LaunchAttributes;

/** A patient that is open in a window of this session, for the menu. Nothing is escaped here. */
public final class OpenPatient {
  private final String address;
  private final String name;
  private final boolean current;

  private OpenPatient(String address, String name, boolean current) {
    this.address = address;
    this.name = name;
    this.current = current;
  }

  /** Every patient that is open, the one of the request among them. */
  static List<OpenPatient> of(HttpServletRequest request) {
    String here = LaunchAttributes.windowOf(request).orElse("");
    List<OpenPatient> open = new ArrayList<>();
    for (Map.Entry<String, LaunchContext> each : LaunchAttributes.windowsOf(request).entrySet()) {
      String window = each.getKey();
      open.add(
          new OpenPatient(
              request.getContextPath() + "/?_lw=" + window,
              name(each.getValue()),
              window.equals(here)));
    }
    return List.copyOf(open);
  }

  private static String name(LaunchContext launch) {
    return launch.patient().map(PatientBanner::title).orElse("No patient");
  }

  /** The address of the start page in that window. */
  public String getAddress() {
    return address;
  }

  /** The patient's name, or id. */
  public String getName() {
    return name;
  }

  /** Whether it is the patient of this page. */
  public boolean isCurrent() {
    return current;
  }
}
