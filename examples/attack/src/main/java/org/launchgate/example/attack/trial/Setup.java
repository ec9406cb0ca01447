package org.launchgate.example.attack.trial;

import java.net.URI;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.launchgate.example.attack.token.Signer;

/**
 * What the attacker knows of the deployment and of the partner whose launches are forged.
 *
 * @param url where launches are sent
 * @param whoami an address that answers 200 to who is logged in, and something else to all others
 * @param logout where a POST ends the session
 * @param signer the partner's own key; without it most attacks are not to be told from noise
 * @param claims what the deployment wants otherwise than the profile's example says
 * @param algorithms those that were agreed with the partner; empty where nobody said
 * @param otherSigner the key of another partner of the deployment
 * @param receiverKey with which launches may be encrypted
 * @param oneOrganization whether the partner may launch for the example's organisation alone
 * @param baitHost how the deployment would reach this machine
 */
public record Setup(
    URI url,
    Optional<URI> whoami,
    Optional<URI> logout,
    Profile profile,
    Optional<Signer> signer,
    Optional<PublicKey> publicKey,
    Optional<String> keyId,
    Optional<String> issuer,
    Optional<String> audience,
    Map<String, Object> claims,
    Set<String> algorithms,
    Optional<Signer> otherSigner,
    Optional<String> otherKeyId,
    Optional<String> otherIssuer,
    Optional<PublicKey> receiverKey,
    Optional<String> receiverKeyId,
    boolean oneOrganization,
    String baitHost) {

  /** Whether the deployment is reached by https. */
  public boolean isEncrypted() {
    return url.getScheme().equalsIgnoreCase("https");
  }

  /** The path of launches. */
  public String path() {
    return url.getRawPath().isEmpty() ? "/" : url.getRawPath();
  }
}
