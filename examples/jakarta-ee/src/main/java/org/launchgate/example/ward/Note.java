package org.launchgate.example.ward;

/**
 * What somebody wrote about a patient; {@link #toString()} does not repeat it.
 *
 * @param author who wrote it
 * @param text what they wrote
 */
public record Note(String author, String text) {

  /** For pages, whose Expression Language reads no records yet. */
  public String getAuthor() {
    return author;
  }

  /** The same for the text. */
  public String getText() {
    return text;
  }

  @Override
  public String toString() {
    return "Note";
  }
}
