package org.launchgate.servlet;

import java.util.Optional;
import java.util.Set;
import org.launchgate.spi.Partner;
import org.launchgate.spi.PartnerDirectory;
import org.launchgate.spi.PartnerHints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the HTTP side has to know of partners. */
final class KnownPartners {
  private static final Logger LOG = LoggerFactory.getLogger(LaunchFilter.class);

  private final PartnerDirectory directory;

  KnownPartners(PartnerDirectory directory) {
    this.directory = directory;
  }

  /**
   * The partner of that id; empty, too, where the directory fails: nothing that is asked here lets
   * anybody in.
   */
  Optional<Partner> find(String id) {
    try {
      return Partner.isId(id)
          ? directory.find(new PartnerHints(Optional.of(id), Optional.empty(), Optional.empty()))
          : Optional.empty();
    } catch (RuntimeException e) {
      LOG.warn("the partner directory does not say what partner {} has", id, new BareTrace(e));
      return Optional.empty();
    }
  }

  /** Whether scripts of that origin may launch as that partner. */
  boolean mayScript(String partner, String origin) {
    return find(partner).filter(found -> found.origins().contains(origin)).isPresent();
  }

  /** The origins that a browser is told before it posts: of one partner, or of all. */
  Set<String> origins(Optional<String> partner) {
    return partner.isPresent()
        ? partner.flatMap(this::find).map(Partner::origins).orElse(Set.of())
        : all();
  }

  private Set<String> all() {
    try {
      return directory.origins();
    } catch (RuntimeException e) {
      LOG.warn("the partner directory does not say whose scripts may launch", new BareTrace(e));
      return Set.of();
    }
  }
}
