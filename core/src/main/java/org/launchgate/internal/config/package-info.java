/** Reads configuration objects so that every mistake names its place and the remedy. Not API. */
@NullMarked
package org.launchgate.internal.config;

import org.jspecify.annotations.NullMarked;
