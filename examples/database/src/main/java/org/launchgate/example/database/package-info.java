/**
 * An example to copy: partners and their keys in a database, and accounts that are made for
 * partners' users. {@code JdbcKeyResolver} reads keys, {@code JdbcPartnerDirectory} partners with
 * their keys, {@code JdbcAccountResolver} finds and makes accounts; {@code schema.sql} beside them
 * has the tables.
 */
@NullMarked
package org.launchgate.example.database;

import org.jspecify.annotations.NullMarked;
