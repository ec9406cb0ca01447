package org.launchgate.servlet;

import java.security.KeyPair;
import java.util.Base64;
import org.launchgate.HtiPartner;
import org.launchgate.TestPartner;

/** A partners file with a partner of every profile, and of some that are in a special state. */
final class CanaryPartners {
  static final String HTI_11 = "https://hti-11.example";
  static final String HTI_20 = "https://hti-20.example";
  static final String HTI = "https://hti.example";
  static final String KOPPELTAAL = "https://koppeltaal.example";
  static final String OWN = "https://own.example";

  /** Its only key is over. */
  static final String OVER = "Over XIS";

  /** Takes encrypted tokens only. */
  static final String SEALED = "https://sealed.example";

  /** Its keys are where nobody answers; the address holds a secret. */
  static final String SILENT = "https://silent.example";

  static final KeyPair RECEIVER = TestPartner.rsa(2048);
  static final String RECEIVER_KEY_ID = "recv-1";
  static final String ADDRESS_SECRET = "kanarieSecretOfTheAddress";

  private CanaryPartners() {}

  static String file() {
    return """
        {"partners": [
          {"id": "demo-xis", "profile": "zorgdomein", "issuer": "Demo XIS",
           "keys": [%1$s], "organizations": ["05029999"]},
          {"id": "over", "profile": "zorgdomein", "issuer": "%2$s",
           "keys": [{"pem": "%3$s", "kid": "k", "notAfter": "2020-01-01T00:00:00Z"}]},
          {"id": "tatooine", "profile": "exorlive", "algorithms": ["HS256"],
           "launchOrigins": ["https://tatooine.example"], "origins": ["https://tatooine.example"],
           "keys": [{"secret": "%4$s", "kid": "1329879584"}]},
          %5$s, %6$s, %7$s, %8$s, %9$s, %10$s, %11$s
        ],
        "decryptionKeys": [{"pem": "%12$s", "kid": "recv-1"}],
        "jwksFetch": {"allowPrivateAddresses": true}}
        """
        .formatted(
            "{\"pem\": \"%s\", \"kid\": \"%s\"}".formatted(publicKey(), TestPartner.XIS_KEY_ID),
            OVER,
            publicKey(),
            Base64.getUrlEncoder().withoutPadding().encodeToString(TestPartner.SECRET.getEncoded()),
            hti("hti-11", "\"hti-1.1\"", HTI_11, ""),
            hti("hti-20", "\"hti-2.0\"", HTI_20, ""),
            hti("hti", "\"hti\"", HTI, ""),
            hti("koppeltaal", "\"koppeltaal-2.0\"", KOPPELTAAL, ""),
            hti("sealed", "\"hti\"", SEALED, "\"encrypted\": \"required\","),
            own(),
            silent(),
            privateKey());
  }

  private static String hti(String id, String profile, String issuer, String more) {
    return """
        {"id": "%s", "profile": %s, "issuer": "%s", "audience": "%s", %s
         "keys": [{"pem": "%s", "kid": "%s"}]}
        """
        .formatted(id, profile, issuer, HtiPartner.AUDIENCE, more, publicKey(), HtiPartner.KEY_ID);
  }

  private static String own() {
    return """
        {"id": "own", "issuer": "%s", "targetUrl": "/", "keys": [{"pem": "%s", "kid": "%s"}], "profile":
         {"profile": "own", "carriers": [{"field": "token", "in": ["form"]}], "header": {},
          "algorithms": ["RS256"], "time": {"iat": "required", "maxAge": 300}, "replay": {},
          "claims": {"/clientBorn": {"type": "date"}}, "personal": ["user", "patient"],
          "context": {
            "user.identifier": [
              {"in": "/employeeNumbers", "system": "/system", "value": "/value", "prefer": ["bsn"]},
              {"system": {"constant": "local"}, "value": "/employee"}],
            "user.username": "/login", "responsible.value": "/chief",
            "patient.id": "/client", "patient.familyName": "/clientName",
            "patient.nationalId":
              {"in": "/clientNumbers", "system": "/system", "value": "/value", "prefer": ["bsn"]},
            "patient.birthDate": "/clientBorn", "patient.phone": "/clientPhone",
            "transactionId": "/request"}}}
        """
        .formatted(OWN, publicKey(), HtiPartner.KEY_ID);
  }

  /** Nobody listens on that port: it is the one for discarding things, and needs a superuser. */
  private static String silent() {
    return """
        {"id": "silent", "profile": "hti", "issuer": "%s", "audience": "%s",
         "keys": [{"jwks": "https://127.0.0.1:9/keys?apikey=%s"}]}
        """
        .formatted(SILENT, HtiPartner.AUDIENCE, ADDRESS_SECRET);
  }

  private static String publicKey() {
    return inline(TestPartner.pem("PUBLIC KEY", TestPartner.RSA.getPublic().getEncoded()));
  }

  private static String privateKey() {
    return inline(TestPartner.pem("PRIVATE KEY", RECEIVER.getPrivate().getEncoded()));
  }

  private static String inline(String pem) {
    return pem.replace("\n", "\\n");
  }
}
