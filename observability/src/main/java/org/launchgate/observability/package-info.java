/**
 * Listeners for what a hospital has already: {@link org.launchgate.observability.LaunchMetrics} for
 * Micrometer, {@link org.launchgate.observability.AuditEventWriter} for FHIR R4.
 *
 * <p>Optional: the audit log and the JMX figures need none of it. It does not send anything
 * anywhere; where meters and audit events go is the application's choice.
 */
@NullMarked
package org.launchgate.observability;

import org.jspecify.annotations.NullMarked;
