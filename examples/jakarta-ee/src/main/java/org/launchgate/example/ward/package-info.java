/**
 * A hospital's ward application on a full Jakarta EE server. The container knows who launched, so
 * that its own means say who may do what, and its beans ask for the patient of their window.
 */
@NullMarked
package org.launchgate.example.ward;

import org.jspecify.annotations.NullMarked;
