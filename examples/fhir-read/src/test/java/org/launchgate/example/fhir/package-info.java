/** The example against a FHIR server that the tests start. */
package org.launchgate.example.fhir;
