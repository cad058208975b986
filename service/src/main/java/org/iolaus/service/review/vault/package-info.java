/**
 * Identifiers at rest: a data key for each account and each case seals what names it, and deleting the key makes it
 * unreadable wherever it lies, in the audit chain and in backups of it too.
 */
@NullMarked
package org.iolaus.service.review.vault;

import org.jspecify.annotations.NullMarked;
