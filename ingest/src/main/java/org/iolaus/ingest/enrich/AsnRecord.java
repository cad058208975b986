package org.iolaus.ingest.enrich;

import com.maxmind.db.MaxMindDbParameter;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a MaxMind database of autonomous systems.
 *
 * @param number the system's number, or null if unknown
 */
public record AsnRecord(
        @MaxMindDbParameter(name = "autonomous_system_number") @Nullable
        Long number) {}
