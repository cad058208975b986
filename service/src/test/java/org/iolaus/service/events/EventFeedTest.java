package org.iolaus.service.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.linecorp.armeria.server.Server;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventFeedTest {
    private final EventFeed feed = new EventFeed(3);
    private final Server server = Server.builder()
            .http(0)
            .service("/events", (context, request) -> feed.serve(context))
            .build();

    EventFeedTest() {
        server.start().join();
    }

    @AfterEach
    void stop() {
        feed.close();
        server.stop().join();
    }

    /** The data of the next events that a listener hears. */
    private List<String> heard(String last, int count, Runnable meanwhile) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.activeLocalPort() + "/events"));
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        List<String> data = new ArrayList<>();
        var response = HttpClient.newHttpClient()
                .send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofInputStream());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            lines.readLine();
            meanwhile.run();
            while (data.size() < count) {
                String line = lines.readLine();
                if (line.startsWith("data:")) {
                    data.add(line.substring("data:".length()));
                }
            }
        }
        return data;
    }

    @Test
    void listener_new_hearsWhatComes() throws Exception {
        feed.publish("thing", "before");

        assertThat(heard("", 2, () -> {
                    feed.publish("thing", "a");
                    feed.publish("thing", "b");
                }))
                .containsExactly("a", "b");
    }

    @Test
    void listener_thatComesBack_hearsWhatItMissedFirst() throws Exception {
        feed.publish("thing", "a");
        feed.publish("thing", "b");
        feed.publish("thing", "c");

        assertThat(heard("1", 3, () -> feed.publish("thing", "d"))).containsExactly("b", "c", "d");
    }

    @Test
    void listener_thatWasAwayTooLong_hearsWhatIsKept() throws Exception {
        for (String each : List.of("a", "b", "c", "d", "e")) {
            feed.publish("thing", each);
        }

        assertThat(heard("1", 3, () -> {})).containsExactly("c", "d", "e");
    }
}
