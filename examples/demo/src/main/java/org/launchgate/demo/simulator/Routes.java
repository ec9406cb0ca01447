package org.launchgate.demo.simulator;

import java.io.IOException;
import java.util.Optional;

/** Which request gets which answer. */
final class Routes {
  private static final Answer MISSING = Answer.page(404, MissingPage.html());

  private final Portal portal;
  private final Html notice;
  private final XisLaunches xis;
  private final ClinicLaunches clinic;

  Routes(Portal portal, Html notice, XisLaunches xis, ClinicLaunches clinic) {
    this.portal = portal;
    this.notice = notice;
    this.xis = xis;
    this.clinic = clinic;
  }

  /** The answer to a request; {@code HEAD} is given as {@code GET}. */
  Answer answer(String method, String path) throws IOException {
    boolean fault = path.startsWith("/xis/refused/") || path.startsWith("/clinic/refused/");
    String allowed = fault ? "POST" : "GET";
    if (!method.equals(allowed)) {
      return Answer.methodNotAllowed(fault ? "POST" : "GET, HEAD");
    }
    return fault ? refused(path) : page(path);
  }

  private Answer page(String path) throws IOException {
    return switch (path) {
      case "/" -> Answer.page(StartPage.html(portal, notice));
      case "/xis" -> Answer.page(XisPage.html(notice));
      case "/clinic" -> Answer.page(ClinicPage.html(notice));
      case "/xis/launch" -> xis.launch(Optional.empty(), Place.PORTAL);
      default -> named(path).orElse(MISSING);
    };
  }

  /** What has a folder: a patient of a partner, to be opened in one of the places, or an asset. */
  private Optional<Answer> named(String path) throws IOException {
    String[] segments = path.split("/", -1);
    if (segments.length == 3 && segments[1].equals("assets")) {
      return Assets.named(segments[2]);
    }
    return segments.length == 4
        ? Place.at(segments[2]).flatMap(place -> launch(segments[1], segments[3], place))
        : Optional.empty();
  }

  private Optional<Answer> launch(String partner, String patient, Place place) {
    return switch (partner) {
      case "xis" -> XisPatient.withId(patient).map(found -> xis.launch(Optional.of(found), place));
      case "clinic" -> ClinicPatient.withId(patient).map(found -> clinic.launch(found, place));
      default -> Optional.empty();
    };
  }

  private Answer refused(String path) throws IOException {
    Optional<Fault> fault = Fault.named(lastSegment(path));
    if (fault.isEmpty()) {
      return MISSING;
    }
    return path.startsWith("/xis/") ? xis.faulty(fault.get()) : clinic.faulty(fault.get());
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
