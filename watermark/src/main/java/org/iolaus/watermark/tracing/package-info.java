/**
 * Whose mark a text carries: in come its distinct pairs and the keys of all accounts, out comes the one account whose key
 * fires, with the chance of that by luck among all keys, or the reason why none is named.
 */
@NullMarked
package org.iolaus.watermark.tracing;

import org.jspecify.annotations.NullMarked;
