package org.iolaus.cli.live;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.iolaus.cli.Failure;
import tools.jackson.databind.JsonNode;

/** Sends lines in bodies of about a megabyte, a few at a time. */
public final class LineSender {
    private static final int BODY_BYTES = 1 << 20;
    private static final int AT_ONCE = 4;
    private static final int LEVEL = 1;

    private final ServiceClient client;
    private final String path;

    /** @param path route that takes JSON Lines */
    public LineSender(ServiceClient client, String path) {
        this.client = client;
        this.path = path;
    }

    /**
     * What the service took.
     *
     * @param accepted lines taken
     * @param rejected lines set aside
     */
    public record Sent(long accepted, long rejected) {
        private Sent plus(Sent other) {
            return new Sent(accepted + other.accepted, rejected + other.rejected);
        }
    }

    /** Hears how far the sending has come. */
    @FunctionalInterface
    public interface Progress {
        void sent(Sent soFar);
    }

    /**
     * Sends all lines of a stream, whole lines only in each body.
     *
     * @throws Failure if the service cannot be reached or refuses
     */
    public Sent send(InputStream lines, Progress progress) throws IOException, InterruptedException {
        Sent sent = new Sent(0, 0);
        Deque<Future<Sent>> open = new ArrayDeque<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            try {
                byte[] rest = {};
                while (true) {
                    byte[] read = lines.readNBytes(BODY_BYTES);
                    int end = read.length < BODY_BYTES ? read.length : lastLineEnd(read);
                    byte[] body = joined(rest, read, end);
                    rest = java.util.Arrays.copyOfRange(read, end, read.length);
                    if (body.length > 0) {
                        open.add(senders.submit(() -> post(body)));
                    }
                    while (open.size() >= AT_ONCE || (read.length < BODY_BYTES && !open.isEmpty())) {
                        sent = sent.plus(result(open.remove()));
                        progress.sent(sent);
                    }
                    if (read.length < BODY_BYTES) {
                        return sent;
                    }
                }
            } finally {
                senders.shutdownNow();
            }
        }
    }

    private Sent post(byte[] body) throws InterruptedException {
        JsonNode answer = client.post(path, Zstd.compress(body, LEVEL), "application/x-ndjson", "zstd");
        return new Sent(
                answer.path("accepted").asLong(0), answer.path("rejected").asLong(0));
    }

    private static Sent result(Future<Sent> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static byte[] joined(byte[] rest, byte[] read, int end) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(rest.length + end);
        body.writeBytes(rest);
        body.write(read, 0, end);
        return body.toByteArray();
    }
}
