/**
 * Profiles: how one kind of launch token is carried and what its claims mean, as data. The built-in
 * ones are JSON resources in the format that a user writes for a partner nobody has heard of.
 */
@NullMarked
package org.launchgate.profile;

import org.jspecify.annotations.NullMarked;
