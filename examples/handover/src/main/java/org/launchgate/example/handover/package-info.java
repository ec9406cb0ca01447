/**
 * An example to copy: a {@code LaunchHandler} that finds or creates user, organisation and patient
 * in the application's own tables, and refuses a launch whose patient is not the one on record.
 */
@NullMarked
package org.launchgate.example.handover;

import org.jspecify.annotations.NullMarked;
