package org.iolaus.cli.output;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iolaus.duel.DuelConfig;
import org.iolaus.duel.DuelResult;
import org.iolaus.duel.Summary;
import org.iolaus.duel.score.Relinking;
import org.iolaus.duel.score.Replacement;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes duels as {@code duel.json}: how they were fought, the summary, and each of them. Equal duels, equal bytes. */
public final class DuelFile {
    public static final String NAME = "duel.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new Finite())
                    .addSerializer(Double.TYPE, new Finite()))
            .addMixIn(DuelResult.class, Shown.class)
            .build();

    private DuelFile() {}

    public static void write(
            DuelConfig config, List<Long> seeds, Summary summary, List<DuelResult> results, Path folder)
            throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("config", config(config, seeds));
        all.put("summary", summary);
        all.put("duels", results);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(NAME), JSON.writeValueAsString(all) + "\n");
    }

    /** Everything that a result depends on. */
    private static Map<String, Object> config(DuelConfig config, List<Long> seeds) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("population", config.population().name());
        fields.put("scale", config.scale());
        fields.put("days", config.days());
        fields.put("calmDays", config.calmDays());
        fields.put("attacker", config.manner());
        fields.put("wantedPerDollar", config.wantedPerDollar());
        fields.put("budgets", config.budgets());
        fields.put("prices", config.prices());
        fields.put("failsToVerify", config.failsToVerify());
        fields.put("honestCost", config.honestCost());
        fields.put("seeds", seeds);
        return fields;
    }

    /** A duel without its replacements one by one, with what follows from them. */
    @SuppressWarnings("UnusedMethod") // read by the mapper
    private interface Shown {
        @JsonIgnore
        List<Replacement> replacements();

        @JsonProperty
        Relinking relinking();
    }

    /** JSON has no infinity; what never came is null. */
    private static final class Finite extends StdSerializer<Double> {
        Finite() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
            if (Double.isFinite(value)) {
                generator.writeNumber(value);
            } else {
                generator.writeNull();
            }
        }
    }
}
