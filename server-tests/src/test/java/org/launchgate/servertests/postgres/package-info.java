/** What Launchgate keeps in a database, in a real PostgreSQL. */
@NullMarked
package org.launchgate.servertests.postgres;

import org.jspecify.annotations.NullMarked;
