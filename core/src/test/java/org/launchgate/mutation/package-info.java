/** Keeps the list of the mutants that no test finds: {@code docs/mutation-testing.md}. */
@NullMarked
package org.launchgate.mutation;

import org.jspecify.annotations.NullMarked;
