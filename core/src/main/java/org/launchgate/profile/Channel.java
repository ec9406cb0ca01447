package org.launchgate.profile;

/** A way in which a token can travel in an HTTP request. */
public enum Channel {
  /** A parameter of the query of a GET request. */
  QUERY("query"),
  /** A field of a posted form ({@code application/x-www-form-urlencoded}). */
  FORM("form");

  private final String text;

  Channel(String text) {
    this.text = text;
  }

  /** The word that profile files use. */
  public String text() {
    return text;
  }
}
