package org.launchgate.partner;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.internal.json.StrictJson;
import org.launchgate.internal.json.StrictJsonException;
import org.launchgate.internal.key.JwkSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads {@code jwks} of a key entry: a JWK Set inline or in a file, or the URL of one. */
final class JwksMember {
  private static final Logger LOG = LoggerFactory.getLogger(JwksMember.class);
  private static final int LAST_PORT = 65_535;

  private final ConfigObject json;
  private final KeyFile files;

  JwksMember(ConfigObject json, KeyFile files) {
    this.json = json;
    this.files = files;
  }

  /** Whether the member is meant as a URL. */
  boolean isUrl() {
    return json.value("jwks") instanceof String text && text.contains("://");
  }

  /** The URL, when the member is meant as one. */
  Optional<URI> url() {
    return isUrl() ? Optional.of(https(json.requiredText("jwks"))) : Optional.empty();
  }

  /** The keys of a set that is not a URL, by their place; at least one. */
  <K> Map<String, K> keys(JwkSet.Reader<K> reader) {
    Map<String, @Nullable Object> members = members();
    JwkSet<K> set;
    try {
      set = JwkSet.read(members, reader);
    } catch (IllegalArgumentException e) {
      throw json.mistake("jwks." + e.getMessage());
    }
    if (set.keys().isEmpty()) {
      throw json.error(
          "jwks",
          "has no key that can be used"
              + (set.leftOut().isEmpty() ? "" : ": " + String.join("; ", set.leftOut())));
    }
    set.leftOut().forEach(reason -> LOG.info("{}: jwks: left out: {}", json.place(), reason));
    return set.keys();
  }

  @SuppressWarnings("unchecked") // the JSON reader's maps have text keys only
  private Map<String, @Nullable Object> members() {
    Object value = json.value("jwks");
    if (value instanceof Map<?, ?> inline) {
      return (Map<String, @Nullable Object>) inline;
    }
    if (value instanceof String path && !path.isBlank()) {
      return file(path);
    }
    throw json.error("jwks", "must be an object {\"keys\": [...]}, a file or an https URL");
  }

  private Map<String, @Nullable Object> file(String path) {
    byte[] content = files.read("jwks", path);
    try {
      return StrictJson.readObject(content);
    } catch (StrictJsonException e) {
      throw json.error(
          "jwks",
          "names the file%s, which is no JWK Set: line %d, column %d: %s"
              .formatted(files.shown(path), e.line(), e.column(), e.reason()));
    }
  }

  private URI https(String text) {
    try {
      URI url = new URI(text);
      if ("https".equalsIgnoreCase(url.getScheme())
          && url.getHost() != null
          && url.getPort() != 0
          && url.getPort() <= LAST_PORT
          && url.getRawUserInfo() == null
          && url.getRawFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Its message quotes the text.
    }
    throw json.error(
        "jwks",
        "must be an https URL with a host, without user and fragment, such as"
            + " \"https://partner.example/.well-known/jwks.json\"");
  }
}
