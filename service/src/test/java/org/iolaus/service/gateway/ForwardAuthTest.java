package org.iolaus.service.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real gateways, run with the examples of the documentation. */
@Tag("counterpart")
class ForwardAuthTest {
    @TempDir
    private Path folder;

    @Test
    void nginx_twoCustomers_tellsThemApart() throws IOException {
        Path nginx = Counterpart.program("nginx");
        int port = Counterpart.freePort();
        try (TwoCustomers customers = new TwoCustomers()) {
            Path config = Counterpart.configure("nginx.conf", folder, customers.replacements(port));
            String settings = "daemon off; pid " + folder.resolve("pid") + "; error_log stderr;";
            List<Object> command = List.of(nginx, "-p", folder, "-c", config, "-e", "stderr", "-g", settings);
            try (Counterpart gateway = Counterpart.start(folder, command).awaitPort(port)) {
                customers.assertToldApart(port, gateway);
            }
        }
    }

    @Test
    void caddy_twoCustomers_tellsThemApart() throws IOException {
        Path caddy = Counterpart.program("caddy");
        int port = Counterpart.freePort();
        try (TwoCustomers customers = new TwoCustomers()) {
            Path config = Counterpart.configure("Caddyfile", folder, customers.replacements(port));
            List<Object> command = List.of(caddy, "run", "--config", config, "--adapter", "caddyfile");
            try (Counterpart gateway = Counterpart.start(folder, command).awaitPort(port)) {
                customers.assertToldApart(port, gateway);
            }
        }
    }

    @Test
    void haproxy_twoCustomers_tellsThemApart() throws IOException {
        Path haproxy = Counterpart.program("haproxy");
        int port = Counterpart.freePort();
        try (TwoCustomers customers = new TwoCustomers()) {
            Path config = Counterpart.configure("haproxy.cfg", folder, customers.replacements(port));
            Counterpart.configure("haproxy.lua", folder, customers.replacements(port));
            List<Object> command = List.of(haproxy, "-C", folder, "-f", config, "-db");
            try (Counterpart gateway = Counterpart.start(folder, command).awaitPort(port)) {
                customers.assertToldApart(port, gateway);
            }
        }
    }
}
