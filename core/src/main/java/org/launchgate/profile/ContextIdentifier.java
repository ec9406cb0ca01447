package org.launchgate.profile;

/** An identifier in the launch context: two fields that mean nothing without each other. */
public enum ContextIdentifier {
  /** The user's. */
  USER("user.identifier", ContextField.USER_SYSTEM, ContextField.USER_VALUE),
  /** The organisation's. */
  ORGANIZATION(
      "organization.identifier", ContextField.ORGANIZATION_SYSTEM, ContextField.ORGANIZATION_VALUE),
  /** The responsible practitioner's. */
  RESPONSIBLE(
      "responsible.identifier", ContextField.RESPONSIBLE_SYSTEM, ContextField.RESPONSIBLE_VALUE);

  private final String path;
  private final ContextField system;
  private final ContextField value;

  ContextIdentifier(String path, ContextField system, ContextField value) {
    this.path = path;
    this.system = system;
    this.value = value;
  }

  /** The name under which a profile fills both fields at once. */
  public String path() {
    return path;
  }

  /** The field of the identifier's system. */
  public ContextField system() {
    return system;
  }

  /** The field of the identifier within its system. */
  public ContextField value() {
    return value;
  }
}
