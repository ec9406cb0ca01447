package org.launchgate.example.ward;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchUser;
import org.launchgate.cdi.CurrentLaunch;

/** The page of one patient. Names and dates it takes from {@code launchContext} itself. */
@Named("round")
@RequestScoped
public class RoundPage {
  private static final String AGAIN = "/ward/round.xhtml?faces-redirect=true";

  @Inject private CurrentLaunch launch;
  @Inject private Charts charts;
  @Inject private Discharges discharges;
  private @Nullable String text;

  /** Who is at work: a name, or the user's id. */
  public String getUser() {
    return launch.context().map(LaunchContext::user).map(RoundPage::name).orElse("");
  }

  private static String name(LaunchUser user) {
    String name =
        Stream.of(user.givenName(), user.familyName())
            .flatMap(part -> part.stream())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? user.identifier().value() : name;
  }

  /** What was written about the patient. */
  public List<Note> getNotes() {
    return PatientKey.of(launch).map(charts::notesAbout).orElse(List.of());
  }

  /** Whether the patient may go home. */
  public boolean isDischarged() {
    return PatientKey.of(launch).filter(charts::isDischarged).isPresent();
  }

  /** The note that is being written. */
  public @Nullable String getText() {
    return text;
  }

  public void setText(@Nullable String text) {
    this.text = text;
  }

  /** Keeps the note with the patient of the page from which it was sent. */
  public String save() {
    if (text != null && !text.isBlank()) {
      charts.add(PatientKey.of(launch).orElseThrow(), new Note(getUser(), text.strip()));
    }
    return AGAIN;
  }

  /** Asks for what only doctors may do; whether this is one, the container says. */
  public @Nullable String discharge() {
    try {
      discharges.discharge();
      return AGAIN;
    } catch (EJBAccessException e) {
      FacesContext.getCurrentInstance()
          .addMessage(
              null,
              new FacesMessage(
                  FacesMessage.SEVERITY_ERROR, "Only a doctor may discharge a patient.", null));
      return null;
    }
  }
}
