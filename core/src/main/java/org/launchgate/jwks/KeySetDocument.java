package org.launchgate.jwks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.launchgate.internal.jose.JsonWebKeys;
import org.launchgate.internal.json.StrictJson;
import org.launchgate.internal.json.StrictJsonException;
import org.launchgate.internal.key.Jwk;
import org.launchgate.internal.key.KeyMaterial;
import org.launchgate.profile.SigningAlgorithm;
import org.launchgate.profile.SigningAlgorithm.Family;

/**
 * The keys of a published JWK set (RFC 7517 section 5) that verify signatures.
 *
 * <p>A key that is not for that (another use, an unknown type or curve, too short) is left out and
 * does not spoil the others, as RFC 7517 section 5 wants. A set is refused as a whole when it
 * cannot be trusted to be what its owner means: private keys in it, two keys of one {@code kid}, no
 * key that can be used.
 *
 * @param keys public keys alone: a secret that is published is none
 * @param leftOut a sentence for each key that is not used, for the log
 */
record KeySetDocument(List<KeyMaterial> keys, List<String> leftOut) {
  static final int MAX_KEYS = 100;

  /** Every algorithm for which a published key can be used. */
  static final Set<SigningAlgorithm> BY_PUBLIC_KEY =
      Collections.unmodifiableSet(
          Arrays.stream(SigningAlgorithm.values())
              .filter(algorithm -> algorithm.family() != Family.SECRET)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(SigningAlgorithm.class))));

  private static final Pattern SHOWN_KEY_ID = Pattern.compile("[A-Za-z0-9._~:/=+-]{1,64}");

  static KeySetDocument read(byte[] json) throws FetchFailure {
    List<Map<String, @Nullable Object>> entries = entries(json);
    List<KeyMaterial> keys = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      try {
        keys.add(key(entries.get(i)));
      } catch (IllegalArgumentException e) {
        leftOut.add(name(i, entries.get(i).get("kid")) + ": " + e.getMessage());
      }
    }
    refuseWhatCannotBeMeant(keys, leftOut);
    return new KeySetDocument(List.copyOf(keys), List.copyOf(leftOut));
  }

  @SuppressWarnings("unchecked") // the JSON reader's maps have text keys only
  private static List<Map<String, @Nullable Object>> entries(byte[] json) throws FetchFailure {
    if (!(object(json).get("keys") instanceof List<?> keys)) {
      throw new FetchFailure("the answer is no JWK set: it has no list \"keys\"");
    }
    if (keys.size() > MAX_KEYS) {
      throw new FetchFailure("the set has " + keys.size() + " keys; at most 100 are read");
    }
    List<Map<String, @Nullable Object>> entries = new ArrayList<>();
    for (Object each : keys) {
      if (!(each instanceof Map<?, ?> members)) {
        throw new FetchFailure("the answer is no JWK set: a member of \"keys\" is no object");
      }
      Map<String, @Nullable Object> jwk = (Map<String, @Nullable Object>) members;
      if (JsonWebKeys.isPrivate(jwk)) {
        throw new FetchFailure(
            "the set publishes a private key, which anybody can use now: the partner must replace"
                + " it");
      }
      entries.add(jwk);
    }
    return entries;
  }

  private static Map<String, @Nullable Object> object(byte[] json) throws FetchFailure {
    try {
      return StrictJson.readObject(json);
    } catch (StrictJsonException e) {
      throw new FetchFailure("the answer cannot be read as JSON: " + e.getMessage());
    }
  }

  private static KeyMaterial key(Map<String, @Nullable Object> jwk) {
    if ("oct".equals(jwk.get("kty"))) {
      throw new IllegalArgumentException("a published secret is none");
    }
    KeyMaterial key = Jwk.verifying(jwk);
    // Throws when no algorithm at all can use it; those that a partner agreed are asked for later.
    key.fitting(BY_PUBLIC_KEY);
    return key;
  }

  private static void refuseWhatCannotBeMeant(List<KeyMaterial> keys, List<String> leftOut)
      throws FetchFailure {
    if (keys.isEmpty()) {
      throw new FetchFailure(
          "the set has no key that can be used" + (leftOut.isEmpty() ? "" : ": " + leftOut.get(0)));
    }
    Set<String> ids = new HashSet<>();
    for (KeyMaterial key : keys) {
      if (key.keyId() != null && !ids.add(key.keyId())) {
        throw new FetchFailure("the set has two keys with the kid " + shown(key.keyId()));
      }
    }
  }

  /** How a log names the key at that place. */
  private static String name(int index, @Nullable Object keyId) {
    return "keys[" + index + "]" + (keyId instanceof String text ? " (" + shown(text) + ")" : "");
  }

  /** A key id, unless it is no plain one. */
  static String shown(String keyId) {
    return SHOWN_KEY_ID.matcher(keyId).matches()
        ? "\"" + keyId + "\""
        : "of " + keyId.length() + " characters";
  }
}
