package org.launchgate.example.attack.token;

/** The three parts of a token, each as it is spelled. */
public record Parts(String header, String payload, String signature) {

  /** The parts of a token. */
  public static Parts of(String token) {
    String[] parts = token.split("\\.", -1);
    return new Parts(parts[0], parts[1], parts[2]);
  }

  /** The bytes of the signature. */
  public byte[] signatureBytes() {
    return Base64Url.bytes(signature);
  }

  /** What is signed. */
  public String input() {
    return header + "." + payload;
  }

  /** The same under another header. */
  public Parts withHeader(String other) {
    return new Parts(other, payload, signature);
  }

  /** The same with another payload. */
  public Parts withPayload(String other) {
    return new Parts(header, other, signature);
  }

  /** The same with the signature spelled so. */
  public Parts withSignature(String other) {
    return new Parts(header, payload, other);
  }

  /** The same with another signature. */
  public Parts withSignature(byte[] other) {
    return withSignature(Base64Url.of(other));
  }

  /** The token. */
  public String token() {
    return input() + "." + signature;
  }
}
