/** The patient of a launch, read from the partner's FHIR server. */
@NullMarked
package org.launchgate.example.fhir;

import org.jspecify.annotations.NullMarked;
