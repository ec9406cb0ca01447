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

  private Optional<Answer> named(String path) throws IOException {
    String name = lastSegment(path);
    return switch (path.substring(0, path.length() - name.length())) {
      case "/xis/launch/" -> fromXis(name, Place.PORTAL);
      case "/xis/desk/" -> fromXis(name, Place.DESK);
      case "/clinic/launch/" -> fromClinic(name, Place.PORTAL);
      case "/clinic/desk/" -> fromClinic(name, Place.DESK);
      case "/assets/" -> Assets.named(name);
      default -> Optional.empty();
    };
  }

  private Optional<Answer> fromXis(String patient, Place place) {
    return XisPatient.withId(patient).map(found -> xis.launch(Optional.of(found), place));
  }

  private Optional<Answer> fromClinic(String patient, Place place) {
    return ClinicPatient.withId(patient).map(found -> clinic.launch(found, place));
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
