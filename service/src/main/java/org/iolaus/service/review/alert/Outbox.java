package org.iolaus.service.review.alert;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.iolaus.service.findings.Fields;
import org.iolaus.service.findings.JsonText;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Alerts in the database, which outlive a restart. An occasion is told to each receiver once. Thread-safe. */
public final class Outbox {
    private static final int ID_BYTES = 16;
    private static final int MAX_ERROR = 300;

    private final Database database;
    private final AlertConfig config;
    private final InstantSource clock;
    private final SecureRandom random;

    public Outbox(Database database, AlertConfig config, InstantSource clock, SecureRandom random) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Writes occasions down for every receiver; those known already change nothing. */
    public void raise(List<Occasion> occasions) {
        if (occasions.isEmpty() || config.targets().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        database.transact(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "INSERT INTO alert (id, occasion, target, body, state, attempts, due, raised)"
                            + " VALUES (:id, :occasion, :target, :body, 'waiting', 0, :now, :now) ON CONFLICT DO NOTHING");
            for (Occasion occasion : occasions) {
                for (AlertConfig.Target target : config.targets()) {
                    byte[] id = new byte[ID_BYTES];
                    random.nextBytes(id);
                    batch.bind("id", HexFormat.of().formatHex(id))
                            .bind("occasion", occasion.key())
                            .bind("target", target.name())
                            .bind("body", body(occasion, target.shape(), now))
                            .bind("now", Times.micros(now))
                            .add();
                }
            }
            return batch.execute();
        });
    }

    /** Alerts that are to be tried now, oldest first. */
    List<Alert> due(int count) {
        return database.transact(
                handle -> handle.createQuery("SELECT * FROM alert WHERE state = 'waiting' AND due <= :now"
                                + " ORDER BY due, id LIMIT :count")
                        .bind("now", Times.micros(clock.instant()))
                        .bind("count", count)
                        .map((row, context) -> alert(row))
                        .list());
    }

    /** Alerts in a state, or all if it is null; newest first. */
    public List<Alert> list(Alert.@Nullable State state, int offset, int count) {
        return database.transact(handle -> handle.createQuery("SELECT * FROM alert WHERE :state = '' OR state = :state"
                        + " ORDER BY raised DESC, id LIMIT :count OFFSET :offset")
                .bind("state", state == null ? "" : state.label())
                .bind("offset", offset)
                .bind("count", count)
                .map((row, context) -> alert(row))
                .list());
    }

    void sent(Alert alert) {
        database.transact(handle -> update(handle, alert, Alert.State.SENT, clock.instant(), null));
    }

    /** Writes a failure down: the alert is tried again later, or given up. */
    void failed(Alert alert, String error) {
        int attempts = alert.attempts() + 1;
        boolean dead = attempts >= config.maxAttempts();
        database.transact(handle -> update(
                handle,
                alert,
                dead ? Alert.State.DEAD : Alert.State.WAITING,
                clock.instant().plus(config.waitAfter(attempts)),
                error.substring(0, Math.min(error.length(), MAX_ERROR))));
    }

    private static int update(Handle handle, Alert alert, Alert.State state, Instant due, @Nullable String error) {
        return handle.createUpdate("UPDATE alert SET state = :state, attempts = :attempts, due = :due, error = :error"
                        + " WHERE id = :id")
                .bind("id", alert.id())
                .bind("state", state.label())
                .bind("attempts", alert.attempts() + 1)
                .bind("due", Times.micros(due))
                .bind("error", error)
                .execute();
    }

    private static String body(Occasion occasion, AlertConfig.Shape shape, Instant now) {
        Fields fields = switch (shape) {
            case GENERIC ->
                new Fields()
                        .put("kind", occasion.kind())
                        .put("occasion", occasion.key())
                        .time("raised", Times.micros(now))
                        .put("text", occasion.text())
                        .put("details", occasion.details().asMap());
            case SLACK -> new Fields().put("text", occasion.text());
        };
        return JsonText.line(fields.asMap());
    }

    private static Alert alert(ResultSet row) throws SQLException {
        return new Alert(
                row.getString("id"),
                row.getString("occasion"),
                row.getString("target"),
                row.getString("body"),
                Alert.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                Times.instant(row.getLong("due")),
                Times.instant(row.getLong("raised")),
                row.getString("error"));
    }
}
