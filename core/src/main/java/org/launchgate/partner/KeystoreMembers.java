package org.launchgate.partner;

import java.security.PrivateKey;
import java.util.List;
import org.launchgate.internal.config.ConfigObject;
import org.launchgate.internal.key.KeyMaterial;
import org.launchgate.internal.key.Keystore;

/** Reads {@code keystore}, {@code alias} and {@code password} of a key entry. */
final class KeystoreMembers {
  private static final List<String> BESIDE = List.of("alias", "password", "keyPassword");

  private final ConfigObject json;
  private final KeyFile files;

  KeystoreMembers(ConfigObject json, KeyFile files) {
    this.json = json;
    this.files = files;
  }

  /** Members that belong to a keystore stand nowhere else. */
  void refuseWithoutKeystore() {
    for (String member : BESIDE) {
      if (!json.has("keystore") && json.value(member) != null) {
        throw json.error(member, "belongs to a \"keystore\", and there is none");
      }
    }
  }

  KeyMaterial verifying() {
    Keystore store = open();
    String alias = alias(store);
    try {
      return store.verifying(alias, json.requiredText("password"));
    } catch (IllegalArgumentException e) {
      throw json.error("alias", String.valueOf(e.getMessage()));
    }
  }

  PrivateKey decrypting() {
    Keystore store = open();
    String alias = alias(store);
    String password = json.text("keyPassword").orElseGet(() -> json.requiredText("password"));
    try {
      return store.decrypting(alias, password);
    } catch (IllegalArgumentException e) {
      throw json.error("alias", String.valueOf(e.getMessage()));
    }
  }

  private Keystore open() {
    String password = json.requiredText("password");
    byte[] content = files.read("keystore", json.requiredText("keystore"));
    try {
      return Keystore.open(content, password);
    } catch (IllegalArgumentException e) {
      throw json.error("keystore", String.valueOf(e.getMessage()));
    }
  }

  private String alias(Keystore store) {
    String alias =
        json.text("alias").orElseThrow(() -> json.error("alias", "is missing; " + store.aliases()));
    if (!store.has(alias)) {
      throw json.error("alias", "is not in the keystore; " + store.aliases());
    }
    return alias;
  }
}
