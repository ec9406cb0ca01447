/**
 * Partners: who may launch, with which keys and under which policy, and the partners file that says
 * so.
 */
@NullMarked
package org.launchgate.partner;

import org.jspecify.annotations.NullMarked;
