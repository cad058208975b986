package org.iolaus.service.snapshot;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Digest of the shape of classes: a field or constant more, less or of another type gives another one. */
final class Layout {
    private Layout() {}

    static String digest(List<Class<?>> classes) {
        StringBuilder shape = new StringBuilder();
        for (Class<?> type : classes) {
            describe(type, shape);
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(shape.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    private static void describe(Class<?> type, StringBuilder shape) {
        shape.append(type.getName()).append('\n');
        if (type.isEnum()) {
            Arrays.stream(type.getEnumConstants())
                    .forEach(constant ->
                            shape.append(((Enum<?>) constant).name()).append('\n'));
        }
        for (Class<?> each = type; each != null && !platform(each); each = each.getSuperclass()) {
            List<Field> fields = new ArrayList<>(List.of(each.getDeclaredFields()));
            fields.sort(Comparator.comparing(Field::getName));
            for (Field field : fields) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    shape.append(field.getName())
                            .append(' ')
                            .append(field.getGenericType())
                            .append('\n');
                }
            }
        }
    }

    private static boolean platform(Class<?> type) {
        return type.getName().startsWith("java.");
    }
}
