/** The attacks, by what they have in common. Each faulty token has one fault. */
@NullMarked
package org.launchgate.example.attack.family;

import org.jspecify.annotations.NullMarked;
