package org.iolaus.cli.live;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.iolaus.cli.Failure;
import tools.jackson.databind.JsonNode;

/**
 * Sends lines in bodies of about a megabyte, a bounded number of them at once. What is sent side by side arrives in any
 * order, so old traffic that is sent fast is out of order by the event time that those bodies span.
 */
public final class LineSender {
    private static final int BODY_BYTES = 1 << 20;
    /** Of zstd's fast ones: what a network spares by more is less than what packing costs. */
    private static final int LEVEL = -3;

    private final ServiceClient client;
    private final String path;
    private final int inFlight;
    private final Pace pace;

    /** Sends one body after the other. */
    public LineSender(ServiceClient client, String path) {
        this(client, path, 1, 0);
    }

    /**
     * @param path route that takes JSON Lines
     * @param inFlight bodies on their way at once, at least 1
     * @param perSecond lines a second at most; 0 for no bound
     */
    public LineSender(ServiceClient client, String path, int inFlight, double perSecond) {
        this.client = client;
        this.path = path;
        this.inFlight = inFlight;
        pace = new Pace(perSecond);
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

    /**
     * Sends all lines of a stream, whole lines only in each body.
     *
     * @throws Failure if the service cannot be reached or refuses
     */
    public Sent send(InputStream lines) throws IOException, InterruptedException {
        Sent sent = new Sent(0, 0);
        Queue<Future<Sent>> waiting = new ArrayDeque<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(inFlight)) {
            byte[] rest = {};
            boolean last = false;
            while (!last) {
                byte[] read = lines.readNBytes(BODY_BYTES);
                last = read.length < BODY_BYTES;
                int end = last ? read.length : lastLineEnd(read);
                byte[] body = joined(rest, read, end);
                rest = Arrays.copyOfRange(read, end, read.length);
                if (waiting.size() == inFlight) {
                    sent = sent.plus(answer(waiting.remove()));
                }
                if (body.length > 0) {
                    pace.take(body);
                    waiting.add(senders.submit(() -> post(body)));
                }
            }
            for (Future<Sent> each : waiting) {
                sent = sent.plus(answer(each));
            }
        }
        return sent;
    }

    private static Sent answer(Future<Sent> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Failure failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Sent post(byte[] body) throws InterruptedException {
        JsonNode answer = client.post(path, Zstd.compress(body, LEVEL), "application/x-ndjson", "zstd");
        return new Sent(
                answer.path("accepted").asLong(0), answer.path("rejected").asLong(0));
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static byte[] joined(byte[] rest, byte[] read, int end) {
        byte[] body = Arrays.copyOf(rest, rest.length + end);
        System.arraycopy(read, 0, body, rest.length, end);
        return body;
    }
}
