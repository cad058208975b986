/**
 * Keys and how they are kept: a provider's secret, the epochs it is rotated by, the keys of accounts and campaigns
 * derived from it, commitments, and the sealed file they lie in. Out come {@link org.iolaus.watermark.scheme.MarkKey
 * mark keys} for {@link org.iolaus.watermark.keys.KeyId key ids}. Secrets are never printed.
 */
@NullMarked
package org.iolaus.watermark.keys;

import org.jspecify.annotations.NullMarked;
