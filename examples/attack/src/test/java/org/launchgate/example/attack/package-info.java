/** Tests of the tool: what it finds in receivers that have a hole. */
@NullMarked
package org.launchgate.example.attack;

import org.jspecify.annotations.NullMarked;
