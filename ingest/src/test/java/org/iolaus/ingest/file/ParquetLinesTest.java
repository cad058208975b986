package org.iolaus.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.ingest.IngestConfig;
import org.iolaus.ingest.stream.ExchangeStream;
import org.iolaus.ingest.stream.OrderedSink;
import org.iolaus.ingest.stream.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetLinesTest {
    private static final String LINES = """
            {"id":"1","time":"2026-02-23T10:00:00.5Z","account_id":"a","model":"m","network":{"ip":"1.2.3.4","asn":5},\
            "request":{"messages":[{"role":"user","content":"\\"hi\\"\\n"}],"tools":["f"],"parameters":{"n":1}}}
            {"id":"2","time":"2026-02-23T10:00:01.25Z","account_id":"b","model":"m","source":"s","status":200,\
            "request":{"system":"\u4f60","messages":[{"role":"user","content":[{"type":"image"},{"type":"text","text":"x"}]}]}}
            {"id":"3","time":"2026-02-23T10:00:01.25Z","account_id":"a","model":"m","request":{"system":"s"}}
            """;

    @TempDir
    Path folder;

    @Test
    void read_parquetOfLines_isTheSameAsLines() throws Exception {
        Path lines = Files.writeString(folder.resolve("a.jsonl"), LINES);
        Path columns = parquet("SELECT * FROM read_json('" + lines + "') ORDER BY id DESC");

        assertThat(exchanges(columns)).containsExactlyInAnyOrderElementsOf(exchanges(lines));
        assertThat(exchanges(columns).getFirst()).contains("id=1,");
    }

    @Test
    void read_parquetWithTimesAsText_isTheSameAsLines() throws Exception {
        Path lines = Files.writeString(folder.resolve("a.jsonl"), LINES);
        Path columns = parquet("SELECT * REPLACE (strftime(make_timestamp(epoch_us(time)), '%Y-%m-%dT%H:%M:%S.%fZ')"
                + " AS time) FROM read_json('" + lines + "')");

        assertThat(exchanges(columns)).isEqualTo(exchanges(lines));
    }

    @Test
    void read_damagedParquet_isSetAside() throws Exception {
        Path file = Files.write(folder.resolve("bad.parquet"), "PAR1 and nothing else".getBytes(UTF_8));
        List<String> reasons = new ArrayList<>();

        read(file, new ArrayList<>(), reasons);

        assertThat(reasons).singleElement().asString().startsWith("the file must be readable: DuckDB cannot read it");
    }

    private Path parquet(String query) throws SQLException {
        Path file = folder.resolve("it's.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            String quoted = file.toString().replace("'", "''");
            statement.execute("COPY (" + query + ") TO '" + quoted + "' (FORMAT parquet)");
        }
        return file;
    }

    private static List<String> exchanges(Path file) throws IOException, InterruptedException {
        List<String> exchanges = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        read(file, exchanges, reasons);
        assertThat(reasons).isEmpty();
        return exchanges;
    }

    private static void read(Path file, List<String> exchanges, List<String> reasons)
            throws IOException, InterruptedException {
        OrderedSink<String> sink = new OrderedSink<>() {
            @Override
            public void accept(String exchange, long timeMicros) {
                exchanges.add(exchange);
            }

            @Override
            public void watermark(long micros) {}
        };
        IngestConfig config = IngestConfig.of(1, Instant.parse("2026-03-01T00:00:00Z"));
        ExchangeStream.<String>read(
                List.of(file), config, () -> Exchange::toString, sink, r -> reasons.add(r.reason()), Progress.NONE);
    }
}
