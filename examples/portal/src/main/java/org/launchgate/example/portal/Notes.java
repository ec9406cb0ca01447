package org.launchgate.example.portal;

import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.launchgate.Identifier;
import org.launchgate.LaunchContext;
import org.launchgate.LaunchOrganization;
import org.launchgate.LaunchPatient;

/**
 * The notes of this run of the portal, each kept for the patient of the launch it was written in. A
 * portal in earnest has a database; what matters here is where the patient comes from.
 */
final class Notes {
  private static final String ATTRIBUTE = Notes.class.getName();
  private static final int MOST_PATIENTS = 200;
  private static final int MOST_NOTES = 20;

  private final Map<Subject, List<Note>> notes = new LinkedHashMap<>();

  private Notes() {}

  /** A patient's id may be one organisation's own. */
  private record Subject(
      String partner,
      Optional<Identifier> organization,
      Optional<String> id,
      Optional<String> ssn) {}

  /** The notes of an application. */
  static Notes of(ServletContext context) {
    synchronized (Notes.class) {
      if (!(context.getAttribute(ATTRIBUTE) instanceof Notes notes)) {
        Notes first = new Notes();
        context.setAttribute(ATTRIBUTE, first);
        return first;
      }
      return notes;
    }
  }

  /** Keeps a note; false where the launch has no patient to whom it could belong. */
  synchronized boolean add(LaunchContext launch, Note note) {
    Optional<Subject> subject = subject(launch);
    subject.ifPresent(
        patient -> {
          List<Note> all = notes.computeIfAbsent(patient, p -> new ArrayList<>());
          all.add(note);
          if (all.size() > MOST_NOTES) {
            all.remove(0);
          }
          if (notes.size() > MOST_PATIENTS) {
            notes.remove(notes.keySet().iterator().next());
          }
        });
    return subject.isPresent();
  }

  /** What was written about the patient of a launch. */
  synchronized List<Note> about(LaunchContext launch) {
    return subject(launch)
        .map(patient -> List.copyOf(notes.getOrDefault(patient, List.of())))
        .orElse(List.of());
  }

  private static Optional<Subject> subject(LaunchContext launch) {
    return launch
        .patient()
        .filter(patient -> patient.id().isPresent() || patient.nationalId().isPresent())
        .map(patient -> subject(launch, patient));
  }

  private static Subject subject(LaunchContext launch, LaunchPatient patient) {
    return new Subject(
        launch.partner(),
        launch.organization().map(LaunchOrganization::identifier),
        patient.id(),
        patient.nationalId());
  }
}
