/**
 * Tokens, good and broken, and the keys for them, by nothing but the JDK: no library that might
 * refuse to write what an attacker writes.
 */
@NullMarked
package org.launchgate.example.attack.token;

import org.jspecify.annotations.NullMarked;
