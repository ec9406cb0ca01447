/** Tests of the listeners, the audit events by HAPI FHIR's validator. */
package org.launchgate.observability;
