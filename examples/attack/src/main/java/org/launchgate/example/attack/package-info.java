/** The command, what it runs and what it reports. */
@NullMarked
package org.launchgate.example.attack;

import org.jspecify.annotations.NullMarked;
