/**
 * Links between partners' users and the application's accounts, in a database.
 *
 * <p>{@code JdbcAccountLinks} keeps, lists and removes them. It needs a {@code DataSource} and the
 * one table of {@code account-links.sql}, which lies beside it in the jar.
 */
@NullMarked
package org.launchgate.account;

import org.jspecify.annotations.NullMarked;
