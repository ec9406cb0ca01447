/**
 * An example to copy: partners and their keys in a database. {@code JdbcKeyResolver} reads keys,
 * {@code JdbcPartnerDirectory} partners with their keys; {@code schema.sql} beside them has the
 * tables.
 */
@NullMarked
package org.launchgate.example.database;

import org.jspecify.annotations.NullMarked;
