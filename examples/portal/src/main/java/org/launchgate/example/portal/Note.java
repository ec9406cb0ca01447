package org.launchgate.example.portal;

import java.util.List;
import org.launchgate.LaunchUser;

/** What somebody wrote about a patient. Nothing is escaped here. */
public final class Note {
  private final String author;
  private final String text;

  Note(LaunchUser author, String text) {
    this.author =
        PersonName.of(List.of(author.givenName(), author.familyName()))
            .orElseGet(() -> author.identifier().value());
    this.text = text;
  }

  /** The name of the one who wrote it; without one, the identifier. */
  public String getAuthor() {
    return author;
  }

  /** What they wrote. */
  public String getText() {
    return text;
  }
}
