package org.launchgate.servertests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What {@code /whoami} has to answer to the two documents' launches, member by member. */
final class WhoamiJson {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ZORGDOMEIN =
      """
      {
        "name": "demo-xis|agb-z|01029999",
        "roles": ["practitioner"],
        "context": {
          "partner": "demo-xis",
          "issuer": "Demo XIS",
          "user": {"system": "agb-z", "value": "01029999"},
          "organization": {"system": "agb-z", "value": "05029999"},
          "patient": {"id": "5a4fc42a-1847-4862-a5da-7af86ac23968"},
          "problem": "T90",
          "transactionId": "6fb34257-7e0d-41a1-b8a7-417a50de6d39"
        }
      }
      """;
  private static final String EXORLIVE =
      """
      {
        "name": "tatooine|local|2f3fb098",
        "roles": [],
        "context": {
          "partner": "tatooine",
          "user": {
            "system": "local",
            "value": "2f3fb098",
            "username": "mando",
            "givenName": "Mando",
            "familyName": "Lorian"
          },
          "organization": {"system": "local", "value": "ace615c2", "name": "Tatooine"},
          "patient": {
            "id": "2f3fb098",
            "nationalId": "13116900216",
            "givenName": "Baby",
            "familyName": "Yoda",
            "birthDate": "1969-11-13",
            "gender": "male",
            "phone": "99900000"
          },
          "problem": "L02"
        }
      }
      """;

  private WhoamiJson() {}

  /** ZorgDomein's example. */
  static JsonNode zorgdomein(String tokenId, String issuedAt) throws Exception {
    ObjectNode whoami = (ObjectNode) JSON.readTree(ZORGDOMEIN);
    whoami.withObject("/context").put("tokenId", tokenId).put("issuedAt", issuedAt);
    return whoami;
  }

  /** ZorgDomein's example with a responsible practitioner. */
  static JsonNode zorgdomein(String tokenId, String issuedAt, String responsible) throws Exception {
    JsonNode whoami = zorgdomein(tokenId, issuedAt);
    whoami.withObject("/context/responsible").put("system", "agb-z").put("value", responsible);
    return whoami;
  }

  /** ExorLive's example. */
  static JsonNode exorlive() throws Exception {
    return JSON.readTree(EXORLIVE);
  }
}
