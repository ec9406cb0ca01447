/**
 * HTTP/1.1, byte by byte. The JDK's client refuses to send most of what an attacker sends, so
 * nothing here checks what goes out.
 */
@NullMarked
package org.launchgate.example.attack.wire;

import org.jspecify.annotations.NullMarked;
