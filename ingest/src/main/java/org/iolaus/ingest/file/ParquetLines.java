package org.iolaus.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDriver;

/**
 * A Parquet file as the lines of JSON it stands for, in order of their times if it has such a column, read by DuckDB. Rows of equal times keep
 * the file's order. DuckDB sorts on disk what does not fit into its share of memory.
 */
final class ParquetLines extends InputStream {
    private final Connection connection;
    private final ResultSet rows;
    private byte[] line = new byte[0];
    private int position;

    private ParquetLines(Connection connection, ResultSet rows) {
        this.connection = connection;
        this.rows = rows;
    }

    static ParquetLines open(Path file) throws IOException {
        try {
            Connection connection = connect();
            try {
                return new ParquetLines(connection, query(connection, file));
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        settings.setProperty("memory_limit", "1GB");
        settings.setProperty("threads", "2");
        Path spill = Path.of(System.getProperty("java.io.tmpdir"), "iolaus-" + UUID.randomUUID());
        settings.setProperty("temp_directory", spill.toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        return DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    /** The rows; they are closed with the connection. */
    private static ResultSet query(Connection connection, Path file) throws SQLException {
        String table = "read_parquet('" + file.toString().replace("'", "''") + "', file_row_number = true)";
        Statement statement = connection.createStatement();
        Map<String, String> types = types(statement, table);
        return statement.executeQuery("SELECT to_json(t)::VARCHAR FROM (SELECT * EXCLUDE (file_row_number)"
                + zonedTimes(types) + " FROM " + table + " ORDER BY " + order(types) + "file_row_number) t");
    }

    private static Map<String, String> types(Statement statement, String table) throws SQLException {
        TreeMap<String, String> types = new TreeMap<>();
        try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM " + table)) {
            while (columns.next()) {
                types.put(columns.getString("column_name"), columns.getString("column_type"));
            }
        }
        return types;
    }

    /** Times as text with their zone, which DuckDB's own text of them lacks. */
    private static String zonedTimes(Map<String, String> types) {
        String replaced = types.entrySet().stream()
                .filter(column -> column.getValue().startsWith("TIMESTAMP"))
                .map(column -> "\"" + column.getKey().replace("\"", "\"\"") + "\"")
                .map(name -> "strftime(make_timestamp(epoch_us(" + name + ")), '%Y-%m-%dT%H:%M:%S.%fZ') AS " + name)
                .collect(Collectors.joining(", "));
        return replaced.isEmpty() ? "" : " REPLACE (" + replaced + ")";
    }

    private static String order(Map<String, String> types) {
        String type = types.get("time");
        if (type == null) {
            return "";
        }
        String time = type.equals("VARCHAR") ? "try_cast(read_parquet.time AS TIMESTAMPTZ)" : "read_parquet.time";
        return time + " NULLS FIRST, ";
    }

    private static IOException unreadable(SQLException e) {
        return new IOException("DuckDB cannot read it as Parquet: " + e.getMessage(), e);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (position == line.length && !nextLine()) {
            return -1;
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, bytes, offset, count);
        position += count;
        return count;
    }

    private boolean nextLine() throws IOException {
        try {
            if (!rows.next()) {
                return false;
            }
            line = (rows.getString(1) + "\n").getBytes(UTF_8);
            position = 0;
            return true;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }
}
