package org.iolaus.benchmarks.scan;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The yardstick: DuckDB's {@code read_json} counts the exchanges and the distinct accounts of JSON Lines files, reading
 * the one column that it needs. Prints both counts, separated by a tab.
 */
final class DuckDbCount {
    private DuckDbCount() {}

    /** Arguments: number of threads, then the files. */
    public static void main(String[] arguments) throws SQLException {
        int threads = Integer.parseInt(arguments[0]);
        String files = Arrays.stream(arguments)
                .skip(1)
                .map(file -> "'" + Path.of(file).toString().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("SET threads = " + threads);
            try (var counts = statement.executeQuery("SELECT count(*), count(DISTINCT account_id) FROM read_json("
                    + files + ", format = 'newline_delimited', columns = {account_id: 'VARCHAR'})")) {
                counts.next();
                System.out.println(counts.getLong(1) + "\t" + counts.getLong(2));
            }
        }
    }
}
