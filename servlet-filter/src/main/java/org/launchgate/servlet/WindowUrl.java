package org.launchgate.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names the window in addresses of this application, and of no other.
 *
 * <p>What a window changes nothing in stays as it is, so that browsers keep it: style sheets,
 * scripts and fonts. Not pictures: they may be a patient's.
 */
final class WindowUrl {
  private static final Set<String> THE_SAME_FOR_ALL =
      Set.of("css", "js", "mjs", "map", "woff", "woff2", "ttf", "otf", "ico");
  private static final Pattern SCHEME =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*", Pattern.DOTALL);

  private final HttpServletRequest request;
  private final String window;

  WindowUrl(HttpServletRequest request, String window) {
    this.request = request;
    this.window = window;
  }

  /** The address with the window's name, if it is one of this application and has none yet. */
  String encode(String url) {
    return isNameable(url) && isOurs(url) ? with(url, window) : url;
  }

  /** The address with a window's name. */
  static String with(String url, String window) {
    int hash = url.indexOf('#');
    String base = hash < 0 ? url : url.substring(0, hash);
    String fragment = hash < 0 ? "" : url.substring(hash);
    int question = base.indexOf('?');
    String separator = question < 0 ? "?" : question == base.length() - 1 ? "" : "&";
    return base + separator + WindowName.PARAMETER + "=" + window + fragment;
  }

  private static boolean isNameable(String url) {
    if (url.isEmpty() || url.startsWith("#")) {
      return false; // this very page, which has its name already
    }
    String path = url.split("[?#;]", 2)[0];
    int dot = path.lastIndexOf('.'); // a page may be called "map"
    String extension = dot < 0 ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    return !THE_SAME_FOR_ALL.contains(extension) && !hasName(url);
  }

  private static boolean hasName(String url) {
    int question = url.indexOf('?');
    return question >= 0
        && Pattern.compile("[?&]" + WindowName.PARAMETER + "=")
            .matcher(url.substring(question))
            .find();
  }

  private boolean isOurs(String url) {
    if (SCHEME.matcher(url).matches()) {
      return isSameOrigin(url) && isInContext(pathOf(url));
    }
    if (url.startsWith("//") || url.startsWith("\\") || url.startsWith("/\\")) {
      return false;
    }
    return url.startsWith("/") ? isInContext(pathOf(url)) : isInContext(resolved(url));
  }

  private boolean isSameOrigin(String url) {
    String own = request.getRequestURL().toString();
    int ownPath = own.indexOf('/', own.indexOf("//") + 2);
    String origin = (ownPath < 0 ? own : own.substring(0, ownPath)).toLowerCase(Locale.ROOT);
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith(origin)
        && (lower.length() == origin.length() || "/?#".indexOf(lower.charAt(origin.length())) >= 0);
  }

  private static @Nullable String pathOf(String url) {
    try {
      return new URI(url.split("[?#]", 2)[0]).normalize().getRawPath();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** What a relative address leads to; one that is only a query stays on this page. */
  private @Nullable String resolved(String url) {
    if (url.startsWith("?")) {
      return request.getRequestURI();
    }
    try {
      URI here = new URI(request.getRequestURI());
      return here.resolve(new URI(url.split("[?#]", 2)[0])).normalize().getRawPath();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private boolean isInContext(@Nullable String path) {
    String context = request.getContextPath();
    return path != null
        && !path.startsWith("/..")
        && (context.isEmpty()
            || path.equals(context)
            || path.startsWith(context + "/")
            || path.startsWith(context + ";"));
  }
}
