/**
 * Text to tokens, for every script alike: UTF-8 bytes in, token hashes, punctuation marks and sampled shingles out.
 * Knows nothing of exchanges or keys beyond the numbers it is given.
 */
@NullMarked
package org.iolaus.detection.fingerprint.text;

import org.jspecify.annotations.NullMarked;
