package org.iolaus.ingest.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Exchange;
import org.iolaus.detection.exchange.Network;
import org.iolaus.detection.exchange.Parameters;
import org.iolaus.detection.exchange.Request;
import org.iolaus.detection.exchange.Response;
import org.iolaus.detection.exchange.Usage;
import org.iolaus.detection.exchange.Utf8;
import org.iolaus.detection.fingerprint.Fingerprint.NetworkKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichmentTest {
    @TempDir
    Path folder;

    @Test
    void kind_addressInSeveralLists_isTheMostTelling() throws IOException {
        Path hosting = list("hosting", "# hosts\n10.0.0.0/8\n2001:db8::/32 # documentation\n");
        Path vpn = list("vpn", "10.1.0.0/16\n10.2.3.4\n");
        Path relay = list("relay", "10.1.1.0/24\n");
        EnrichmentConfig config = new EnrichmentConfig(null, null, List.of(hosting), List.of(vpn), List.of(relay));

        try (Enrichment enrichment = Enrichment.open(config)) {
            assertThat(enrichment.kind(at("10.255.255.255"))).isEqualTo(NetworkKind.HOSTING);
            assertThat(enrichment.kind(at("2001:db8:ffff::1"))).isEqualTo(NetworkKind.HOSTING);
            assertThat(enrichment.kind(at("10.2.3.4"))).isEqualTo(NetworkKind.VPN);
            assertThat(enrichment.kind(at("10.1.2.0"))).isEqualTo(NetworkKind.VPN);
            assertThat(enrichment.kind(at("10.1.1.255"))).isEqualTo(NetworkKind.RELAY);
            assertThat(enrichment.kind(at("11.0.0.0"))).isEqualTo(NetworkKind.UNKNOWN);
            assertThat(enrichment.kind(Network.UNKNOWN)).isEqualTo(NetworkKind.UNKNOWN);
        }
    }

    @Test
    void open_malformedEntry_namesFileAndLine() throws IOException {
        Path list = list("vpn", "10.0.0.0/8\n10.0.0.0/33\n");
        EnrichmentConfig config = new EnrichmentConfig(null, null, List.of(), List.of(list), List.of());

        assertThatThrownBy(() -> Enrichment.open(config))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("vpn line 2: 10.0.0.0/33 must have a prefix length from 0 to 32");
    }

    @Test
    void contains_randomRanges_agreesWithLinearSearch() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String base = random.nextInt(4) + "." + random.nextInt(8) + ".0." + random.nextInt(256);
            entries.add(
                    random.nextBoolean()
                            ? base + "/" + random.nextInt(14, 33)
                            : "2001:" + random.nextInt(9) + "::/" + random.nextInt(20, 60));
        }
        AddressRanges ranges = AddressRanges.read(List.of(list("all", String.join("\n", entries))));
        List<Range> slow = entries.stream().map(Range::parse).toList();
        for (int i = 0; i < 20_000; i++) {
            String text = random.nextBoolean()
                    ? random.nextInt(5) + "." + random.nextInt(9) + "." + random.nextInt(3) + "." + random.nextInt(256)
                    : "2001:" + random.nextInt(10) + ":" + random.nextInt(3) + "::1";
            InetAddress address = InetAddress.ofLiteral(text);
            Address number = Address.of(address);
            boolean expected =
                    slow.stream().anyMatch(r -> r.first().compareTo(number) <= 0 && number.compareTo(r.last()) <= 0);
            assertThat(ranges.contains(address)).as(text).isEqualTo(expected);
        }
    }

    @Test
    void contains_domain_coversSubdomains() throws IOException {
        DomainList domains = DomainList.read(List.of(list("edu", "Example.edu\nac.test # all of them\n")));

        assertThat(domains.contains("example.edu")).isTrue();
        assertThat(domains.contains("CS.example.EDU")).isTrue();
        assertThat(domains.contains("x.ac.test")).isTrue();
        assertThat(domains.contains("notexample.edu")).isFalse();
        assertThat(DomainList.NONE.contains("example.edu")).isFalse();
    }

    @Test
    void enrich_databases_fillInWhatIsMissing() throws IOException {
        Path asn = Files.write(folder.resolve("asn.mmdb"), TinyDatabase.asn(64_500));
        Path country = Files.write(folder.resolve("country.mmdb"), TinyDatabase.country("SG"));
        EnrichmentConfig config = new EnrichmentConfig(country, asn, List.of(), List.of(), List.of());

        try (Enrichment enrichment = Enrichment.open(config)) {
            assertThat(enrichment.enrich(exchange(at("1.2.3.4"))).network())
                    .isEqualTo(new Network("1.2.3.4", 64_500, "SG", null, null));
            assertThat(enrichment.enrich(exchange(at("200.2.3.4"))).network()).isEqualTo(at("200.2.3.4"));
            Network known = new Network("1.2.3.4", 7, "DE", null, null);
            assertThat(enrichment.enrich(exchange(known)).network()).isEqualTo(known);
        }
    }

    private static Network at(String ip) {
        return new Network(ip, 0, null, null, null);
    }

    private static Exchange exchange(Network network) {
        Request request = new Request(Utf8.of("s"), List.of(), 0, List.of(), Parameters.NONE);
        return new Exchange(
                "i",
                "s",
                0,
                "a",
                null,
                null,
                null,
                null,
                "m",
                null,
                null,
                null,
                network,
                request,
                Response.UNKNOWN,
                Usage.UNKNOWN,
                0);
    }

    private Path list(String name, String lines) throws IOException {
        return Files.writeString(folder.resolve(name), lines);
    }
}
