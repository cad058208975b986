package org.iolaus.ingest.enrich;

import com.maxmind.db.MaxMindDbParameter;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a MaxMind database of countries or cities.
 *
 * @param country where the address is, or null if unknown
 */
public record CountryRecord(
        @MaxMindDbParameter(name = "country") @Nullable Country country) {
    /**
     * A country.
     *
     * @param isoCode ISO 3166-1 alpha-2, or null if unknown
     */
    public record Country(
            @MaxMindDbParameter(name = "iso_code") @Nullable String isoCode) {}
}
