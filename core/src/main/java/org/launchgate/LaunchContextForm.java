package org.launchgate;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.launchgate.address.TargetTemplate;
import org.launchgate.profile.ContextField;

/**
 * The stable serialized form of a {@link LaunchContext}: a version and one map that holds only the
 * JDK's plain types, so that neither a renamed field of ours nor a strict deserialization filter
 * breaks it. Members that a newer version added are ignored; a version that is not known is
 * refused.
 */
final class LaunchContextForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  private transient Map<String, @Nullable Object> members;

  LaunchContextForm(LaunchContext context) {
    members = new LinkedHashMap<>();
    LaunchEnvelope envelope = context.envelope();
    members.put("partner", envelope.partner());
    members.put("issuer", envelope.marks().issuer());
    members.put("launchId", envelope.launchId().value());
    members.put("keyId", envelope.marks().keyId());
    members.put("algorithm", envelope.marks().algorithm());
    members.put("tokenId", envelope.marks().tokenId());
    members.put("issuedAt", iso(envelope.marks().issuedAt()));
    members.put("expiresAt", iso(envelope.marks().expiresAt()));
    members.put("verifiedAt", iso(envelope.verifiedAt()));
    members.put("roles", new ArrayList<>(new TreeSet<>(envelope.roles())));
    members.put("attributes", readOnlyMap(envelope.attributes()));
    members.put("target", target(envelope.target()));
    members.put("details", plainDetails(context.details()));
    members.put("personal", paths(context.details().personal()));
    members.put("claims", readOnlyMap(context.claims().asMap()));
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    out.writeInt(VERSION);
    out.writeObject(members);
  }

  @SuppressWarnings(
      "unchecked") // the shape of what writeObject wrote; a wrong one fails in readResolve
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    int version = in.readInt();
    if (version != VERSION) {
      throw new InvalidObjectException("unknown version of a serialized LaunchContext: " + version);
    }
    members = (Map<String, @Nullable Object>) in.readObject();
  }

  private Object readResolve() throws InvalidObjectException {
    try {
      return new LaunchContext(
          readEnvelope(), readDetails(), new LaunchClaims(readOnlyMap(map("claims"))));
    } catch (ClassCastException
        | DateTimeException
        | IllegalStateException
        | NullPointerException e) {
      throw new InvalidObjectException("a serialized LaunchContext is damaged");
    }
  }

  private LaunchEnvelope readEnvelope() {
    return new LaunchEnvelope(
        required("partner"),
        new LaunchId(required("launchId")),
        readMarks(),
        Instant.parse(required("verifiedAt")),
        readRoles(),
        readOnlyMap(map("attributes")),
        readTarget(text("target")));
  }

  private static @Nullable String target(@Nullable TargetTemplate target) {
    return target == null ? null : target.text();
  }

  /** Absent in what an older version wrote; a newer one may know fields that we do not. */
  private static @Nullable TargetTemplate readTarget(@Nullable String text) {
    try {
      return text == null ? null : TargetTemplate.parse(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private TokenMarks readMarks() {
    return new TokenMarks(
        text("issuer"),
        text("keyId"),
        text("algorithm"),
        text("tokenId"),
        instant(text("issuedAt")),
        instant(text("expiresAt")));
  }

  private Set<String> readRoles() {
    Set<String> roles = new LinkedHashSet<>();
    ((List<?>) Objects.requireNonNull(members.get("roles")))
        .forEach(role -> roles.add((String) role));
    return Set.copyOf(roles);
  }

  private LaunchDetails readDetails() {
    EnumMap<ContextField, String> values = new EnumMap<>(ContextField.class);
    map("details")
        .forEach(
            (path, value) ->
                ContextField.ofPath((String) path)
                    .ifPresent(field -> values.put(field, (String) value)));
    LaunchDetails details = new LaunchDetails(values, readPersonal());
    details.required(ContextField.USER_SYSTEM);
    details.required(ContextField.USER_VALUE);
    return details;
  }

  /** Absent in what an older version wrote, which knew of none. */
  private Set<ContextField> readPersonal() {
    Set<ContextField> personal = EnumSet.noneOf(ContextField.class);
    if (members.get("personal") instanceof List<?> paths) {
      paths.forEach(path -> ContextField.ofPath((String) path).ifPresent(personal::add));
    }
    return personal;
  }

  private String required(String name) {
    return Objects.requireNonNull(text(name), name);
  }

  private @Nullable String text(String name) {
    return (String) members.get(name);
  }

  private Map<?, ?> map(String name) {
    return (Map<?, ?>) Objects.requireNonNull(members.get(name), name);
  }

  private static List<String> paths(Set<ContextField> fields) {
    List<String> paths = new ArrayList<>();
    fields.stream().map(ContextField::path).sorted().forEach(paths::add);
    return paths;
  }

  private static Map<String, String> plainDetails(LaunchDetails details) {
    Map<String, String> plain = new LinkedHashMap<>();
    details.values().forEach((field, value) -> plain.put(field.path(), value));
    return plain;
  }

  /** A copy in collections of the JDK's own, whatever it was held in. */
  private static Map<String, @Nullable Object> readOnlyMap(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((name, member) -> copy.put((String) name, readOnly(member)));
    return Collections.unmodifiableMap(copy);
  }

  private static @Nullable Object readOnly(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return readOnlyMap(map);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(readOnly(element)));
      return Collections.unmodifiableList(copy);
    }
    return value;
  }

  private static @Nullable String iso(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }
}
