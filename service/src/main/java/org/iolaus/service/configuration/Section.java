package org.iolaus.service.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One named part of the configuration. Each setting is looked up in the environment first, as {@code IOLAUS_} and its path
 * in capitals with underscores for points and hyphens ({@code server.port}: {@code IOLAUS_SERVER_PORT}), then in the file. {@link #done} refuses
 * whatever nobody asked for. Not thread-safe.
 */
public final class Section {
    private static final String PREFIX = "IOLAUS_";

    private final String path;
    private final Map<String, Object> values;
    private final Map<String, String> environment;
    /** Names asked for, here. */
    private final Set<String> known = new TreeSet<>();
    /** Variables asked for, in all sections. */
    private final Set<String> variables;

    Section(String path, Map<String, Object> values, Map<String, String> environment, Set<String> variables) {
        this.path = path;
        this.values = values;
        this.environment = environment;
        this.variables = variables;
    }

    /** A part of this part; empty if the file does not name it. */
    public Section section(String name) {
        known.add(name);
        Object value = values.get(name);
        return new Section(path(name), value == null ? Map.of() : mapping(name, value), environment, variables);
    }

    /** The parts in a list; empty if the file does not name it. Their settings cannot come from the environment. */
    public List<Section> sections(String name) {
        known.add(name);
        List<Section> sections = new ArrayList<>();
        for (Object each : list(name, values.get(name))) {
            String item = name + "[" + sections.size() + "]";
            sections.add(new Section(path(item), mapping(item, each), Map.of(), variables));
        }
        return sections;
    }

    /** A text, or empty. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(value(name));
    }

    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /** Texts in a list; in the environment, with commas between. */
    public List<String> texts(String name) {
        String variable = variable(name);
        if (variable != null) {
            return List.of(variable.split("\\s*,\\s*"));
        }
        return list(name, values.get(name)).stream()
                .map(each -> scalar(name, each))
                .toList();
    }

    public boolean flag(String name, boolean otherwise) {
        String value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw refused(name, value, "must be true or false");
        }
        return value.equals("true");
    }

    public int count(String name, int otherwise) {
        return parsed(name, otherwise, Integer::valueOf, "must be a whole number");
    }

    /** A size in bytes, such as {@code 64m}. */
    public long bytes(String name, long otherwise) {
        return parsed(name, otherwise, Amounts::bytes, "must be a whole number with k, m or g, such as 64m");
    }

    /** A length of time, such as {@code 10m} or {@code PT10M}. */
    public Duration duration(String name, Duration otherwise) {
        return parsed(
                name, otherwise, Amounts::duration, "must be a number with s, m, h or d, such as 10m, or as PT10M");
    }

    /** A file or folder. */
    public Optional<Path> file(String name) {
        return text(name).map(Path::of);
    }

    /** Refuses settings that nobody has asked for. */
    public void done() {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new InvalidConfiguration("setting " + path(name) + " is unknown; known here are "
                        + String.join(", ", known) + "\nMaybe it is misspelt, or stands at the wrong depth.");
            }
        }
    }

    /** A refusal of one of this section's settings. */
    public InvalidConfiguration refused(String name, @Nullable Object value, String rule) {
        return new InvalidConfiguration(
                "setting " + path(name) + " " + value + " " + rule + "\nMaybe see docs/examples/iolaus.yaml.");
    }

    private <T> T parsed(String name, T otherwise, Function<String, T> parse, String rule) {
        String value = value(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException e) {
            throw refused(name, value, rule);
        }
    }

    private @Nullable String value(String name) {
        String variable = variable(name);
        Object value = variable == null ? values.get(name) : variable;
        return value == null ? null : scalar(name, value);
    }

    private @Nullable String variable(String name) {
        known.add(name);
        String variable =
                PREFIX + path(name).replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        variables.add(variable);
        return environment.get(variable);
    }

    private String scalar(String name, Object value) {
        if (value instanceof Map || value instanceof List) {
            throw refused(name, value, "must be a single value");
        }
        return value.toString();
    }

    private List<?> list(String name, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw refused(name, value, "must be a list");
    }

    private Map<String, Object> mapping(String name, Object value) {
        if (value instanceof Map<?, ?> map) {
            return ConfigurationFile.named(path(name), map);
        }
        throw refused(name, value, "must hold settings of its own");
    }

    /** A setting's path from the root. */
    public String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
