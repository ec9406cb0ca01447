import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * The sending side of the guide "Add a partner in five minutes": a partner that nobody has heard of,
 * in one file and by the JDK alone.
 *
 * <pre>
 * java Hobbiton.java key FOLDER               makes a key pair: hobbiton.pem is the public half
 * java Hobbiton.java launch FOLDER PORTAL     signs a launch, posts it, and shows who the portal sees
 * </pre>
 */
public final class Hobbiton {
  private Hobbiton() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    if (arguments[0].equals("key")) {
      makeKey(folder);
    } else {
      launch(folder, URI.create(arguments[2]));
    }
  }

  private static void makeKey(Path folder) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair pair = generator.generateKeyPair();
    Files.write(folder.resolve("hobbiton-private.der"), pair.getPrivate().getEncoded());
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    Files.writeString(folder.resolve("hobbiton.pem"), pem);
    System.out.println("wrote " + folder.resolve("hobbiton.pem"));
  }

  private static void launch(Path folder, URI portal) throws Exception {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    HttpRequest post =
        HttpRequest.newBuilder(portal.resolve("/launch"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("launch_token=" + token(folder)))
            .build();
    HttpResponse<String> answer = browser.send(post, BodyHandlers.ofString());
    System.out.println("launch: " + answer.statusCode());
    if (answer.statusCode() == 303) {
      // As a browser does: to the address of a ticket, which is good once, here, and for a minute.
      String ticket = answer.headers().firstValue("Location").orElseThrow();
      HttpRequest next = HttpRequest.newBuilder(portal.resolve(ticket)).build();
      System.out.println("ticket: " + browser.send(next, BodyHandlers.discarding()).statusCode());
    }
    HttpRequest whoami = HttpRequest.newBuilder(portal.resolve("/whoami")).build();
    System.out.println("whoami: " + browser.send(whoami, BodyHandlers.ofString()).body());
  }

  private static String token(Path folder) throws Exception {
    String header =
        """
        {"alg": "ES256", "typ": "JWT", "kid": "hob-2026"}""";
    String claims =
        """
        {"iss": "https://hobbiton.example", "aud": "your-application", "nonce": "%s", "exp": %d,
         "doctor": {"number": 4711, "first": "Rosie", "last": "Cotton"},
         "practice": {"code": "07009999", "name": "Bag End"},
         "dossier": "Patient/42", "born": "1968-09-22"}"""
            .formatted(UUID.randomUUID(), Instant.now().getEpochSecond() + 60);
    String input = base64url(bytes(header)) + "." + base64url(bytes(claims));
    PrivateKey key =
        KeyFactory.getInstance("EC")
            .generatePrivate(
                new PKCS8EncodedKeySpec(
                    Files.readAllBytes(folder.resolve("hobbiton-private.der"))));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(key);
    signature.update(bytes(input));
    return input + "." + base64url(signature.sign());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
