/** What an attack is, what it needs, and how it is told whether one got in. */
@NullMarked
package org.launchgate.example.attack.trial;

import org.jspecify.annotations.NullMarked;
