package org.iolaus.service.configuration;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a configuration file; everything in it, and every variable meant for it, must be asked for. */
public final class ConfigurationFile {
    private ConfigurationFile() {}

    /**
     * Reads a file.
     *
     * @param reader asks the root for its settings and calls {@link Section#done} on every section
     * @throws InvalidConfiguration if the file cannot be read or a setting breaks a rule
     */
    public static <T> T read(Path file, Map<String, String> environment, Function<Section, T> reader) {
        try {
            return parse(Files.readString(file), environment, reader);
        } catch (NoSuchFileException e) {
            throw new InvalidConfiguration("configuration " + file + " does not exist");
        } catch (MalformedInputException e) {
            throw new InvalidConfiguration("configuration " + file + " is not UTF-8");
        } catch (IOException e) {
            throw new InvalidConfiguration("configuration " + file + " cannot be read: " + e);
        }
    }

    /** The same from text. */
    public static <T> T parse(String yaml, Map<String, String> environment, Function<Section, T> reader) {
        Set<String> variables = new TreeSet<>();
        Section root = new Section("", tree(yaml), environment, variables);
        T read = reader.apply(root);
        root.done();
        refuseUnknown(environment, variables);
        return read;
    }

    private static Map<String, Object> tree(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Object loaded = new Yaml(new SafeConstructor(options)).load(yaml);
            if (loaded == null) {
                return Map.of();
            }
            if (loaded instanceof Map<?, ?> map) {
                return named("", map);
            }
        } catch (YAMLException e) {
            throw new InvalidConfiguration("configuration is no YAML: " + e.getMessage());
        }
        throw new InvalidConfiguration("configuration must hold named settings");
    }

    static Map<String, Object> named(String path, Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new InvalidConfiguration("setting " + name + " in " + path + " must have a name that is a text");
            }
            if (value != null) {
                named.put(text, value);
            }
        });
        return named;
    }

    /** A variable in the name of a known section that no setting has is a misspelling. */
    private static void refuseUnknown(Map<String, String> environment, Set<String> variables) {
        Map<String, Boolean> sections = new HashMap<>();
        variables.forEach(variable -> sections.put(section(variable), true));
        for (String variable : new TreeSet<>(environment.keySet())) {
            boolean meant = variable.startsWith("IOLAUS_") && sections.containsKey(section(variable));
            if (meant && !variables.contains(variable)) {
                throw new InvalidConfiguration("variable " + variable + " stands for no setting"
                        + "\nMaybe it is misspelt; known are " + String.join(", ", variables) + ".");
            }
        }
    }

    /** The first word after the prefix, with the prefix. */
    private static String section(String variable) {
        int end = variable.indexOf('_', "IOLAUS_".length());
        return end < 0 ? variable : variable.substring(0, end);
    }
}
