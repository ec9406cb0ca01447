package org.launchgate.observability;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/** URIs, where FHIR takes nothing else. */
final class FhirSystem {
  private static final String NL = "http://fhir.nl/fhir/NamingSystem/";

  /** The systems that ZorgDomein's tokens name, and what the Netherlands call them in FHIR. */
  private static final Map<String, String> KNOWN =
      Map.of(
          "agb-z", NL + "agb-z",
          "uzi-nr-pers", NL + "uzi-nr-pers",
          "big", NL + "big",
          "bsn", NL + "bsn");

  private FhirSystem() {}

  /** The URI; empty for a system that is known by a word only. */
  static Optional<String> uri(String system) {
    String known = KNOWN.get(system);
    return known == null ? Optional.of(system).filter(FhirSystem::isUri) : Optional.of(known);
  }

  /** The URI of a token's id, encoded where that holds what no URI does. */
  static String tokenUri(String tokenId) {
    try {
      return new URI("urn", "ietf:params:oauth:jti:" + tokenId, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("a text that was checked makes no URI", e);
    }
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
