package org.launchgate.profile;

import java.util.Set;

/**
 * One place where tokens of a profile travel.
 *
 * @param field the name of the query parameter or form field
 * @param channels the ways in which that field may come
 */
public record Carrier(String field, Set<Channel> channels) {

  /** Copies the channels. */
  public Carrier {
    channels = Set.copyOf(channels);
  }
}
