/**
 * Measures what Launchgate costs. Run by {@code benchmarks/run}; see {@code docs/benchmarks.md}.
 */
@NullMarked
package org.launchgate.benchmarks;

import org.jspecify.annotations.NullMarked;
