package org.launchgate.example.ward;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What is known of the ward's patients; a database in earnest. Thread-safe. */
@ApplicationScoped
public class Charts {
  private final Map<PatientKey, List<Note>> notes = new ConcurrentHashMap<>();
  private final Set<PatientKey> discharged = ConcurrentHashMap.newKeySet();

  /** The notes about a patient, the oldest first. */
  List<Note> notesAbout(PatientKey patient) {
    return notes.getOrDefault(patient, List.of());
  }

  void add(PatientKey patient, Note note) {
    notes.merge(
        patient,
        List.of(note),
        (before, more) -> Stream.concat(before.stream(), more.stream()).toList());
  }

  boolean isDischarged(PatientKey patient) {
    return discharged.contains(patient);
  }

  void discharge(PatientKey patient) {
    discharged.add(patient);
  }
}
