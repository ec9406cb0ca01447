package org.launchgate.spi;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.launchgate.address.TargetTemplate;
import org.launchgate.profile.LaunchProfile;
import org.launchgate.profile.SigningAlgorithm;

/**
 * A party that may launch, with the policy that is agreed with it. Immutable; {@link #toString()}
 * shows the id only.
 */
public final class Partner {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final String id;
  private final LaunchProfile profile;
  private final Set<String> issuers;
  private final Set<String> audiences;
  private final Set<SigningAlgorithm> algorithms;
  private final List<PartnerKey> keys;
  private final @Nullable KeyResolver furtherKeys;
  private final @Nullable Set<AllowedOrganization> organizations;
  private final Set<String> roles;
  private final Set<String> origins;
  private final @Nullable Set<String> launchOrigins;
  private final @Nullable String relaunchUrl;
  private final @Nullable TargetTemplate target;
  private final Map<String, @Nullable Object> attributes;
  private final boolean pathOnly;
  private final boolean reportOnly;
  private final boolean encryptionRequired;

  private Partner(Builder from) {
    this.id = requireId(from.id);
    this.profile = from.profile;
    this.issuers = Set.copyOf(from.issuers);
    this.audiences = Set.copyOf(from.audiences);
    this.algorithms = Set.copyOf(from.algorithms);
    this.keys = List.copyOf(from.keys);
    this.furtherKeys = from.furtherKeys;
    this.organizations = from.organizations == null ? null : Set.copyOf(from.organizations);
    this.roles = Set.copyOf(from.roles);
    this.origins = Set.copyOf(from.origins);
    this.launchOrigins = from.launchOrigins == null ? null : Set.copyOf(from.launchOrigins);
    this.relaunchUrl = from.relaunchUrl;
    this.target = from.targetUrl == null ? null : target(from.targetUrl, profile);
    this.attributes = from.attributes;
    this.pathOnly = from.pathOnly;
    this.reportOnly = from.reportOnly;
    this.encryptionRequired = from.encryptionRequired;
    refuseSharedKeyId(keys);
    requireOrigins("origins", origins);
    requireOrigins("launchOrigins", launchOrigins());
    if (relaunchUrl != null && !WebAddress.isLink(relaunchUrl)) {
      throw new IllegalArgumentException(
          "\"relaunchUrl\" must be an absolute address that begins with https:// or http://, in"
              + " printable ASCII and without user and password, such as"
              + " \"https://partner.example/start\"");
    }
    if (profile.issuerRequired() && issuers.isEmpty()) {
      throw new IllegalArgumentException(
          "\"issuer\" is missing; tokens of the profile " + profile.name() + " carry one");
    }
    if (profile.audienceRequired() && audiences.isEmpty()) {
      throw new IllegalArgumentException(
          "\"audience\" is missing; tokens of the profile " + profile.name() + " name one");
    }
    if (!profile.algorithms().containsAll(algorithms) || algorithms.isEmpty()) {
      throw new IllegalArgumentException(
          "\"algorithms\" may hold those of the profile "
              + profile.name()
              + ": "
              + profile.algorithms().stream().sorted().toList());
    }
  }

  /**
   * Starts a partner of that id and profile: no issuer, no keys, every algorithm of the profile.
   */
  public static Builder builder(String id, LaunchProfile profile) {
    return new Builder(id, profile);
  }

  /** Whether a text could be the id of a partner. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static String requireId(String id) {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "\"id\" must be 1 to 64 letters, digits, dots, underscores and hyphens, the first a"
              + " letter or digit");
    }
    return id;
  }

  /** They are compared as text, and stand in headers. */
  private static void requireOrigins(String member, Set<String> origins) {
    if (!origins.stream().allMatch(WebAddress::isOrigin)) {
      throw new IllegalArgumentException(
          "\""
              + member
              + "\" must hold web origins as browsers send them, such as"
              + " \"https://partner.example\": lower case, no path, no port where it is the usual"
              + " one");
    }
  }

  private static TargetTemplate target(String url, LaunchProfile profile) {
    try {
      TargetTemplate target = TargetTemplate.parse(url);
      profile
          .firstPersonal(target.fields())
          .ifPresent(
              field -> {
                throw new IllegalArgumentException(
                    "must not hold {"
                        + field.path()
                        + "}, which the profile "
                        + profile.name()
                        + " marks as personal");
              });
      return target;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"targetUrl\" " + e.getMessage(), e);
    }
  }

  /** A duplicate {@code kid} inside a partner is a mistake in set-up. Checklist row 18. */
  private static void refuseSharedKeyId(List<PartnerKey> keys) {
    Set<String> ids = new HashSet<>();
    for (PartnerKey key : keys) {
      if (key.keyId().isPresent() && !ids.add(key.keyId().get())) {
        throw new IllegalArgumentException(
            "\"keys\" has two keys with the kid \"" + key.keyId().get() + "\"");
      }
    }
  }

  /** The id under which this deployment knows the partner; never holds a {@code |}. */
  public String id() {
    return id;
  }

  /** How its tokens travel and what they mean. */
  public LaunchProfile profile() {
    return profile;
  }

  /** The {@code iss} of which its tokens carry one; empty when they carry none. */
  public Set<String> issuers() {
    return issuers;
  }

  /** The {@code aud} of which its tokens have to name one; empty when they have to carry none. */
  public Set<String> audiences() {
    return audiences;
  }

  /** The algorithms that are agreed with it. */
  public Set<SigningAlgorithm> algorithms() {
    return algorithms;
  }

  /** The keys that are configured with it; empty where a key resolver of one's own gives them. */
  public List<PartnerKey> keys() {
    return keys;
  }

  /**
   * Where more of its keys come from, such as a JWKS that is fetched; empty when {@link #keys()}
   * are all. Asked by the default key resolver, in addition to those.
   */
  public Optional<KeyResolver> furtherKeys() {
    return Optional.ofNullable(furtherKeys);
  }

  /**
   * Whether its users may work for that organisation: every one, when none are configured; none,
   * when an empty list is.
   *
   * @param system the system of its identifier
   * @param value its identifier
   */
  public boolean allowsOrganization(String system, String value) {
    return organizations == null
        || organizations.stream().anyMatch(allowed -> allowed.matches(system, value));
  }

  /** The roles that its users have here, or may have by a claim of the profile; may be empty. */
  public Set<String> roles() {
    return roles;
  }

  /** The web origins whose scripts may launch and read the answer; may be empty. */
  public Set<String> origins() {
    return origins;
  }

  /**
   * Whether a page of that origin may post a launch as a form: every one, when none are configured.
   */
  public boolean allowsLaunchFrom(String origin) {
    return launchOrigins == null || launchOrigins.contains(origin);
  }

  /**
   * The web origins whose pages may post a launch as a form; empty where every one may, and where
   * none may.
   */
  public Set<String> launchOrigins() {
    return launchOrigins == null ? Set.of() : launchOrigins;
  }

  /** Where its users start again, such as its own start page; empty where that is not known. */
  public Optional<String> relaunchUrl() {
    return Optional.ofNullable(relaunchUrl);
  }

  /** Where its launches lead; empty where they lead where all others do. */
  public Optional<TargetTemplate> target() {
    return Optional.ofNullable(target);
  }

  /** Whatever the deployment wants to hand to the application about this partner. */
  public Map<String, @Nullable Object> attributes() {
    return attributes;
  }

  /** Whether it is reached by {@code /launch/{partner}} only. */
  public boolean pathOnly() {
    return pathOnly;
  }

  /**
   * Whether its launches are verified and explained in the log only, and nobody is let in: for a
   * partner that is being connected.
   */
  public boolean reportOnly() {
    return reportOnly;
  }

  /** Whether its tokens are taken only inside an encrypted one (HTI:jwe). */
  public boolean encryptionRequired() {
    return encryptionRequired;
  }

  @Override
  public String toString() {
    return "Partner[" + id + "]";
  }

  /** Collects what is agreed with a partner. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final LaunchProfile profile;
    private Set<String> issuers = Set.of();
    private Set<String> audiences = Set.of();
    private Set<SigningAlgorithm> algorithms;
    private List<PartnerKey> keys = List.of();
    private @Nullable KeyResolver furtherKeys;
    private @Nullable Set<AllowedOrganization> organizations;
    private Set<String> roles = Set.of();
    private Set<String> origins = Set.of();
    private @Nullable Set<String> launchOrigins;
    private @Nullable String relaunchUrl;
    private @Nullable String targetUrl;
    private Map<String, @Nullable Object> attributes = Map.of();
    private boolean pathOnly;
    private boolean reportOnly;
    private boolean encryptionRequired;

    private Builder(String id, LaunchProfile profile) {
      this.id = Objects.requireNonNull(id, "id");
      this.profile = Objects.requireNonNull(profile, "profile");
      this.algorithms = profile.algorithms();
    }

    /** The {@code iss} of its tokens. Default: they must have none. */
    public Builder issuer(String value) {
      return issuers(List.of(value));
    }

    /** The {@code iss} of its tokens, each a text of its own. Default: they must have none. */
    public Builder issuers(List<String> values) {
      issuers = new LinkedHashSet<>(values);
      return this;
    }

    /** The {@code aud} that its tokens have to name. Default: they must have none. */
    public Builder audience(String value) {
      return audiences(List.of(value));
    }

    /** The {@code aud} of which its tokens have to name one. Default: they must have none. */
    public Builder audiences(List<String> values) {
      audiences = new LinkedHashSet<>(values);
      return this;
    }

    /** The agreed algorithms. Default: all of the profile. */
    public Builder algorithms(Set<SigningAlgorithm> value) {
      algorithms = Set.copyOf(value);
      return this;
    }

    /** Its keys. Default: none, for a key resolver of one's own. */
    public Builder keys(List<PartnerKey> value) {
      keys = List.copyOf(value);
      return this;
    }

    /** Where more keys come from, such as a JWKS that is fetched. Default: nowhere. */
    public Builder furtherKeys(KeyResolver value) {
      furtherKeys = Objects.requireNonNull(value, "furtherKeys");
      return this;
    }

    /**
     * The organisations for which its users may work, by the values of their identifiers whatever
     * the system. Default: every one.
     */
    public Builder organizations(List<String> values) {
      return allowedOrganizations(values.stream().map(AllowedOrganization::ofAnySystem).toList());
    }

    /** The organisations for which its users may work. Default: every one. */
    public Builder allowedOrganizations(List<AllowedOrganization> values) {
      organizations = new LinkedHashSet<>(values);
      return this;
    }

    /** The roles that its users have, or may have by a claim of the profile. Default: none. */
    public Builder roles(List<String> values) {
      roles = new LinkedHashSet<>(values);
      return this;
    }

    /**
     * The web origins whose scripts may launch and read the answer, as browsers send them, such as
     * {@code https://partner.example}. Default: none.
     */
    public Builder origins(List<String> values) {
      origins = new LinkedHashSet<>(values);
      return this;
    }

    /** The web origins whose pages may post a launch as a form, likewise. Default: every one. */
    public Builder launchOrigins(List<String> values) {
      launchOrigins = new LinkedHashSet<>(values);
      return this;
    }

    /**
     * Where its users start again: an absolute https or http URL in printable ASCII, of at most
     * 2000 characters, without user and password. Default: not known.
     */
    public Builder relaunchUrl(String value) {
      relaunchUrl = Objects.requireNonNull(value, "relaunchUrl");
      return this;
    }

    /**
     * Where its launches lead, as {@link TargetTemplate#parse} reads it. Default: where all others
     * do.
     */
    public Builder targetUrl(String value) {
      targetUrl = Objects.requireNonNull(value, "targetUrl");
      return this;
    }

    /** Free data for the application: plain, unmodifiable JSON values. Default: none. */
    public Builder attributes(Map<String, @Nullable Object> value) {
      attributes = Objects.requireNonNull(value, "attributes");
      return this;
    }

    /** Whether it is reached by its own launch path only. Default: no. */
    public Builder pathOnly(boolean value) {
      pathOnly = value;
      return this;
    }

    /** See {@link Partner#reportOnly()}; false by default. */
    public Builder reportOnly(boolean value) {
      reportOnly = value;
      return this;
    }

    /** Whether its tokens are taken only inside an encrypted one. Default: no. */
    public Builder encryptionRequired(boolean value) {
      encryptionRequired = value;
      return this;
    }

    /**
     * The partner.
     *
     * @throws IllegalArgumentException that names the member at fault and what is allowed
     */
    public Partner build() {
      return new Partner(this);
    }
  }
}
