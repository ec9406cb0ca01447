package org.launchgate.example.attack;

/** How the command is used. */
final class Help {
  static final String TEXT =
      """
      Forges launches and sends them to a deployment that is yours. Each has to be refused.

        java -jar launchgate-attack.jar --url http://localhost:8080/launch --profile zorgdomein \\
            --key partner-key.pem --kid 0f379bb9-cbb6 --issuer "Demo XIS"

      The deployment
        --url URL              where launches are sent
        --authorized           it is not this machine, and everybody who runs it knows
        --whoami PATH          answers 200 to who is logged in, and something else to all others
        --logout PATH          a POST there ends the session
      The partner as whom launches are forged
        --profile NAME         zorgdomein, exorlive, hti-1.1, hti-2.0 or koppeltaal-2.0
        --key FILE             its private key, PKCS#8 PEM; without a key most cannot be tried
        --secret FILE          or the shared secret, in base64url
        --public-key FILE      its public key, PEM; not needed beside an RSA key
        --algorithm NAME       how it signs; RS256, ES256 to ES512, EdDSA or HS256 by its key
        --algorithms A,B       all that were agreed with it
        --kid, --issuer, --audience TEXT
        --claims FILE          JSON: claims that the deployment wants otherwise, such as
                               {"org-id.value": "05029999", "contact/id": "17"}
        --one-organization     it may launch for that organisation alone
      More, for more attacks
        --other-key FILE, --other-secret FILE, --other-kid, --other-issuer TEXT
                               another partner of the deployment
        --receiver-key FILE    the public key for encrypted launches, PEM; --receiver-kid TEXT
        --bait HOST            how the deployment would reach this machine; 127.0.0.1
      What runs
        --only A,B             these attacks or families alone
        --list                 tells all attacks, with their sources, and runs none

      Ends with 0: nothing got through, 1: something did, 2: it could not be tried.
      """;

  private Help() {}
}
