package org.launchgate.example.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.launchgate.example.attack.token.JsonReader;
import org.launchgate.example.attack.token.KeyFile;
import org.launchgate.example.attack.token.Signer;
import org.launchgate.example.attack.trial.Profile;
import org.launchgate.example.attack.trial.Profiles;
import org.launchgate.example.attack.trial.Setup;

/** Makes a set-up of the command line and the files that it names. */
final class SetupReader {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Arguments arguments;

  private SetupReader(Arguments arguments) {
    this.arguments = arguments;
  }

  static Setup read(Arguments arguments) throws UsageException, IOException {
    try {
      return new SetupReader(arguments).setup();
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private Setup setup() throws UsageException, IOException {
    Optional<Signer> signer = signer("--key", "--secret", arguments.value("--algorithm"));
    return new Setup(
        url(),
        address("--whoami"),
        address("--logout"),
        profile(),
        signer,
        publicKey(signer),
        arguments.value("--kid"),
        arguments.value("--issuer"),
        arguments.value("--audience"),
        claims(),
        arguments.value("--algorithms").map(list -> Set.of(list.split(",", -1))).orElse(Set.of()),
        signer("--other-key", "--other-secret", Optional.empty()),
        arguments.value("--other-kid"),
        arguments.value("--other-issuer"),
        file("--receiver-key").isPresent()
            ? Optional.of(KeyFile.publicKey(file("--receiver-key").get()))
            : Optional.empty(),
        arguments.value("--receiver-kid"),
        arguments.has("--one-organization"),
        arguments.value("--bait").orElse("127.0.0.1"));
  }

  private URI url() throws UsageException {
    URI url = URI.create(arguments.needed("--url"));
    if (url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new UsageException("--url is an address such as https://your.app/launch");
    }
    if (!HERE.contains(url.getHost()) && !arguments.has("--authorized")) {
      throw new UsageException(
          url.getHost()
              + " is not this machine. Attack only what is yours, and where everybody who runs it"
              + " knows; then say so with --authorized");
    }
    return url;
  }

  private Optional<URI> address(String name) throws UsageException {
    Optional<URI> address =
        arguments.value(name).map(URI.create(arguments.needed("--url"))::resolve);
    if (address.isPresent() && !url().getRawAuthority().equals(address.get().getRawAuthority())) {
      throw new UsageException(name + " is another server than --url");
    }
    return address;
  }

  private Profile profile() throws UsageException {
    String name = arguments.needed("--profile");
    return Profiles.named(name)
        .orElseThrow(() -> new UsageException("--profile is one of " + Profiles.names()));
  }

  private Optional<Signer> signer(String keyOption, String secretOption, Optional<String> algorithm)
      throws IOException {
    Optional<Path> secret = file(secretOption);
    if (secret.isPresent()) {
      return Optional.of(Signer.secret(algorithm.orElse("HS256"), KeyFile.secret(secret.get())));
    }
    Optional<Path> file = file(keyOption);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Key key = KeyFile.privateKey(file.get());
    return Optional.of(new Signer(algorithm.orElseGet(() -> usual(key)), key));
  }

  private static String usual(Key key) {
    if (key instanceof ECPrivateKey ec) {
      int bits = ec.getParams().getCurve().getField().getFieldSize();
      return bits == 256 ? "ES256" : bits == 384 ? "ES384" : "ES512";
    }
    return key instanceof RSAPrivateKey ? "RS256" : "EdDSA";
  }

  private Optional<PublicKey> publicKey(Optional<Signer> signer) throws IOException {
    Optional<Path> file = file("--public-key");
    if (file.isPresent()) {
      return Optional.of(KeyFile.publicKey(file.get()));
    }
    return signer.map(Signer::key).flatMap(SetupReader::publicHalf);
  }

  // An RSA key that comes with its primes comes with its public half, too.
  private static Optional<PublicKey> publicHalf(Key key) {
    if (!(key instanceof RSAPrivateCrtKey rsa)) {
      return Optional.empty();
    }
    try {
      RSAPublicKeySpec half = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
      return Optional.of(KeyFactory.getInstance("RSA").generatePublic(half));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> claims() throws IOException {
    Optional<Path> file = file("--claims");
    return file.isPresent() ? JsonReader.object(Files.readString(file.get())) : Map.of();
  }

  private Optional<Path> file(String name) {
    return arguments.value(name).map(Path::of);
  }
}
