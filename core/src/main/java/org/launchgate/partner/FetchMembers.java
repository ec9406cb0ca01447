package org.launchgate.partner;

import java.net.URI;
import java.net.URISyntaxException;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.internal.key.Keystore;
import org.launchgate.jwks.FetchSettings;

/** Reads {@code jwksFetch} of a partners file: how key sets are fetched by URL. */
final class FetchMembers {
  private static final long SHORTEST_KEEPING = 300;
  private static final long LONGEST_KEEPING = 30 * 86_400L;
  private static final int LAST_PORT = 65_535;

  private FetchMembers() {}

  /** What the member says; the defaults where it is absent. */
  static FetchSettings read(ConfigObject file, ConfigSource beside) {
    FetchSettings.Builder settings = FetchSettings.builder();
    file.object("jwksFetch").ifPresent(json -> read(json, beside, settings));
    return settings.build();
  }

  private static void read(ConfigObject json, ConfigSource beside, FetchSettings.Builder settings) {
    settings.allowPrivateAddresses(json.flag("allowPrivateAddresses", false));
    json.seconds("keepKeysFor", SHORTEST_KEEPING, LONGEST_KEEPING).ifPresent(settings::keepKeysFor);
    json.text("proxy").ifPresent(text -> proxy(json, text, settings));
    json.object("trustStore").ifPresent(store -> trustStore(store, beside, settings));
    json.finish();
  }

  private static void proxy(ConfigObject json, String text, FetchSettings.Builder settings) {
    try {
      URI url = new URI(text);
      if ("http".equals(url.getScheme())
          && url.getHost() != null
          && url.getPort() > 0
          && url.getPort() <= LAST_PORT
          && text.equals("http://" + url.getHost() + ":" + url.getPort())) {
        settings.proxy(url.getHost(), url.getPort());
        return;
      }
    } catch (URISyntaxException e) {
      // told below, without the text
    }
    throw json.error("proxy", "must be the address of a proxy, such as http://proxy.example:3128");
  }

  private static void trustStore(
      ConfigObject json, ConfigSource beside, FetchSettings.Builder settings) {
    String password = json.requiredText("password");
    byte[] content = new KeyFile(json, beside).read("file", json.requiredText("file"));
    json.finish();
    try {
      settings.trustStore(Keystore.open(content, password).store());
    } catch (IllegalArgumentException e) {
      throw json.error("file", String.valueOf(e.getMessage()));
    }
  }
}
