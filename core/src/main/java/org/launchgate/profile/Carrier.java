package org.launchgate.profile;

import java.util.Set;

/**
 * One place where tokens of a profile travel.
 *
 * @param field the name of the query parameter, form field or JSON member; empty where the whole
 *     body is the only way
 * @param channels the ways in which that field may come
 */
public record Carrier(String field, Set<Channel> channels) {

  /** Copies the channels. */
  public Carrier {
    channels = Set.copyOf(channels);
  }

  /** Whether a token may come in that field by that channel. */
  public boolean takes(String otherField, Channel channel) {
    return channels.contains(channel) && (channel == Channel.BODY || field.equals(otherField));
  }
}
