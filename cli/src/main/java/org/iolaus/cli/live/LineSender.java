package org.iolaus.cli.live;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;

/**
 * Sends lines in bodies of about a megabyte, each once the one before it was taken: what is sent side by side arrives in
 * any order, and old traffic that is sent fast would then be out of order by more event time than a service waits for.
 */
public final class LineSender {
    private static final int BODY_BYTES = 1 << 20;
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

    /**
     * Sends all lines of a stream, whole lines only in each body.
     *
     * @throws org.iolaus.cli.Failure if the service cannot be reached or refuses
     */
    public Sent send(InputStream lines) throws IOException, InterruptedException {
        Sent sent = new Sent(0, 0);
        byte[] rest = {};
        while (true) {
            byte[] read = lines.readNBytes(BODY_BYTES);
            boolean last = read.length < BODY_BYTES;
            int end = last ? read.length : lastLineEnd(read);
            byte[] body = joined(rest, read, end);
            rest = Arrays.copyOfRange(read, end, read.length);
            if (body.length > 0) {
                sent = sent.plus(post(body));
            }
            if (last) {
                return sent;
            }
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
        ByteArrayOutputStream body = new ByteArrayOutputStream(rest.length + end);
        body.writeBytes(rest);
        body.write(read, 0, end);
        return body.toByteArray();
    }
}
