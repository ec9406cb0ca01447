package org.launchgate;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.profile.Channel;

/**
 * Where a token came in: by which channel and field, and which partner the path named.
 *
 * <p>A profile accepts its tokens only where its documents say they travel, so the verifier has to
 * know. Immutable; anyone may make one, since it proves nothing. {@link #toString()} leaves out
 * what the path called a partner: anything may stand there.
 */
public final class Arrival {
  private final Channel channel;
  private final String field;
  private final @Nullable String partner;
  private final @Nullable String origin;

  private Arrival(Channel channel, String field) {
    this(channel, field, null, null);
  }

  private Arrival(
      Channel channel, String field, @Nullable String partner, @Nullable String origin) {
    this.channel = Objects.requireNonNull(channel, "channel");
    this.field = Objects.requireNonNull(field, "field");
    this.partner = partner;
    this.origin = origin;
  }

  /** The token stood in that parameter of the query of a GET request. */
  public static Arrival query(String field) {
    return new Arrival(Channel.QUERY, field);
  }

  /** The token stood in that field of a form that was posted. */
  public static Arrival form(String field) {
    return new Arrival(Channel.FORM, field);
  }

  /** The token stood in that member of a JSON object that was posted. */
  public static Arrival json(String field) {
    return new Arrival(Channel.JSON, field);
  }

  /** The token was the whole body of a POST request. */
  public static Arrival body() {
    return new Arrival(Channel.BODY, "");
  }

  /** The same arrival on the path of one partner, whose tokens alone are then accepted. */
  public Arrival atPartner(String partner) {
    return new Arrival(channel, field, Objects.requireNonNull(partner, "partner"), origin);
  }

  /**
   * The same arrival out of a page of that origin, as the header {@code Origin} says: one that is
   * not among the partner's {@code launchOrigins}, where it has any, is refused.
   */
  public Arrival fromOrigin(String origin) {
    return new Arrival(channel, field, partner, Objects.requireNonNull(origin, "origin"));
  }

  /** The channel. */
  public Channel channel() {
    return channel;
  }

  /** The name of the parameter, form field or member; empty for a body that is the token. */
  public String field() {
    return field;
  }

  /** The partner that the path named; empty on the common launch path. */
  public Optional<String> partner() {
    return Optional.ofNullable(partner);
  }

  /** The origin of the page that posted it; empty where the browser does not say. */
  public Optional<String> origin() {
    return Optional.ofNullable(origin);
  }

  @Override
  public String toString() {
    return "Arrival[" + channel + " " + field + (partner == null ? "" : ", a path") + "]";
  }
}
