package org.launchgate.profile;

/**
 * What a profile asks of the names of both sides, which are agreed with each partner.
 *
 * @param issuerRequired whether every partner has to have an issuer, so that its tokens carry one
 * @param audienceRequired whether every partner has to have an audience, so that its tokens name
 *     this receiver
 * @param otherAudiencesAllowed whether a token that names this receiver may name others beside it
 */
public record PartyRules(
    boolean issuerRequired, boolean audienceRequired, boolean otherAudiencesAllowed) {}
