package org.launchgate.example.attack.trial;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How one kind of launch is sent, and what a good one says. People and identifiers are made up.
 *
 * @param field the field that carries the token
 * @param takesLinks whether a link may carry it; a form may always
 * @param claims a good token's own claims, without times, ids, issuer and audience
 * @param user the claim that tells the user
 * @param otherUser another value for it
 * @param patient the claim that tells the patient
 * @param otherPatient another value for it
 * @param organization the claim that tells the organisation; empty where there is none
 * @param required the claims without which a token is none
 * @param texts the claims that have to be texts that show
 */
public record Profile(
    String name,
    String field,
    boolean takesLinks,
    boolean hasIssuer,
    boolean hasAudience,
    boolean needsKeyId,
    OptionalLong maxAge,
    OptionalLong maxLifetime,
    Map<String, Object> claims,
    String user,
    String otherUser,
    String patient,
    String otherPatient,
    String organization,
    List<String> required,
    List<String> texts) {}
