/** What people decide and configure, kept in a relational database: embedded H2, or PostgreSQL by its URL. */
@NullMarked
package org.iolaus.service.store;

import org.jspecify.annotations.NullMarked;
