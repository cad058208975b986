package org.iolaus.service.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.Map;
import org.iolaus.service.access.Scope;
import org.iolaus.service.log.LoggedFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Senders that keep a connection busy with a byte now and then. */
@Timeout(120)
class SlowSenderTest {
    private static final String EXCHANGE = """
            {"id":"ex-1","time":"2026-02-23T10:00:00Z","account_id":"acct-slow","model":"atlas","request":{"messages":[{"role":"user","content":"hello"}]}}
            """;
    /** Far more than the limits below; a sender that goes on so long was not cut off. */
    private static final int MOST_BYTES = 400;

    @TempDir
    Path data;

    private RunningService service(String requestTimeout, String idleTimeout) throws Exception {
        return RunningService.start(
                data,
                Map.of("IOLAUS_SERVER_REQUEST_TIMEOUT", requestTimeout, "IOLAUS_SERVER_IDLE_TIMEOUT", idleTimeout));
    }

    /** Sends text byte by byte, many times over, until the other end has closed; returns what it answered. */
    private static String drip(Socket socket, String text) throws Exception {
        byte[] bytes = text.getBytes(UTF_8);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        socket.setSoTimeout(50);
        for (int sent = 0; sent < MOST_BYTES; sent++) {
            try {
                socket.getOutputStream().write(bytes[sent % bytes.length]);
                socket.getOutputStream().flush();
                int got = in.read();
                if (got < 0) {
                    return answer.toString(US_ASCII);
                }
                answer.write(got);
                while (in.available() > 0) {
                    answer.write(in.read());
                }
            } catch (SocketTimeoutException e) {
                // Nothing was answered yet.
            } catch (IOException e) {
                return answer.toString(US_ASCII);
            }
        }
        throw new AssertionError("still connected after " + MOST_BYTES + " bytes; answered: " + answer);
    }

    @Test
    void body_sentByteByByte_isCutOffAndNothingOfItKept() throws Exception {
        try (RunningService service = service("1s", "60s")) {
            String key = service.key(Scope.INGEST);
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
                socket.getOutputStream()
                        .write(("POST /v1/exchanges HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: " + key
                                        + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 1000000\r\n\r\n"
                                        + EXCHANGE.repeat(3))
                                .getBytes(UTF_8));

                assertThat(drip(socket, EXCHANGE)).startsWith("HTTP/1.1 503");
            }
            assertThat(service.send("POST", "/v1/exchanges", key, EXCHANGE).statusCode())
                    .isEqualTo(200);
        }
        assertThat(LoggedFacts.exchanges(data)).hasSize(1);
    }

    @Test
    void head_sentByteByByte_isCutOff() throws Exception {
        try (RunningService service = service("1s", "2s");
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.getOutputStream().write("POST /v1/exchanges HTTP/1.1\r\nHost: localhost\r\n".getBytes(UTF_8));

            drip(socket, "X-A: b\r\n");
        }
    }
}
