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
import java.util.Properties;
import java.util.UUID;
import org.duckdb.DuckDBDriver;

/**
 * A Parquet file as the lines of JSON it stands for, in order of their times, read by DuckDB. Rows of equal times keep
 * the file's order. DuckDB sorts on disk what does not fit into its share of memory.
 */
final class ParquetLines extends InputStream {
    private static final String TIME_TEXT = "strftime(make_timestamp(epoch_us(time)), '%Y-%m-%dT%H:%M:%S.%fZ')";

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
        String quoted = "'" + file.toString().replace("'", "''") + "'";
        Statement statement = connection.createStatement();
        String type = timeType(statement, quoted);
        String time = type.startsWith("TIMESTAMP") ? " REPLACE (" + TIME_TEXT + " AS time)" : "";
        return statement.executeQuery("SELECT to_json(t)::VARCHAR FROM (SELECT * EXCLUDE (file_row_number)" + time
                + " FROM read_parquet(" + quoted + ", file_row_number = true) ORDER BY " + orderOf(type)
                + "file_row_number) t");
    }

    private static String orderOf(String timeType) {
        if (timeType.isEmpty()) {
            return "";
        }
        String time = timeType.equals("VARCHAR") ? "try_cast(read_parquet.time AS TIMESTAMPTZ)" : "read_parquet.time";
        return time + " NULLS FIRST, ";
    }

    private static String timeType(Statement statement, String quoted) throws SQLException {
        String columns = "SELECT column_type FROM (DESCRIBE SELECT * FROM read_parquet(" + quoted
                + ")) WHERE column_name = 'time'";
        try (ResultSet types = statement.executeQuery(columns)) {
            return types.next() ? types.getString(1) : "";
        }
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
