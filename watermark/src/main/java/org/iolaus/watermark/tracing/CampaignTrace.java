package org.iolaus.watermark.tracing;

import java.util.Optional;

/**
 * What tracing a text of a shared keying found.
 *
 * @param campaign which campaign the text carries
 * @param account which of its accounts; absent if no single campaign fired
 */
public record CampaignTrace(Trace campaign, Optional<Trace> account) {}
