package org.iolaus.service.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A wire to PostgreSQL that a test may cut and mend. Thread-safe. */
public final class TestProxy implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("(localhost:)([0-9]+)");

    private final StoreConfig direct;
    private final int target;
    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile boolean cut;

    public TestProxy(StoreConfig direct) throws IOException {
        this.direct = direct;
        Matcher matcher = PORT.matcher(direct.url());
        if (!matcher.find()) {
            throw new IllegalArgumentException("url must hold a port");
        }
        target = Integer.parseInt(matcher.group(2));
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The database as seen through this wire, with little patience. */
    public StoreConfig config() {
        String url = PORT.matcher(direct.url()).replaceFirst("localhost:" + server.getLocalPort());
        return new StoreConfig(url, direct.user(), direct.password(), 2, Duration.ofMillis(500));
    }

    public void cut() {
        cut = true;
        open.forEach(TestProxy::shut);
        open.clear();
    }

    public void heal() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                if (cut) {
                    shut(client);
                } else {
                    join(client);
                }
            }
        } catch (IOException e) {
            open.forEach(TestProxy::shut);
        }
    }

    private void join(Socket client) throws IOException {
        Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(client);
        open.add(database);
        Thread.ofVirtual().start(() -> copy(client, database));
        Thread.ofVirtual().start(() -> copy(database, client));
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            shut(from);
        }
        shut(to);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
