package org.iolaus.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.iolaus.cli.SampleFindings;
import org.iolaus.cli.wording.Identifiers;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.pipeline.Findings;
import org.iolaus.detection.verdict.AccountFinding;
import org.iolaus.detection.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportTest {
    private static final String HOSTILE = "x\"><script>alert(1)</script><img src=//evil.example onerror='y'>";

    private static String render(Findings findings, boolean full) {
        return Report.render(findings, SampleFindings.run(), new Identifiers(full));
    }

    @Test
    void render_sample_saysWhatWasFound() {
        assertThat(render(SampleFindings.findings(), false))
                .contains("One distillation campaign found, one suspected")
                .contains("cmp-2026-02-0001")
                .contains("divide one agentic-coding data set among them")
                .contains("188.2")
                .contains("AML.T0024.002</code> Extract AI Model")
                .contains("atlas-4.5-large")
                .contains("A class: 188 new accounts")
                .contains("Shadow mode: nothing has been enforced");
    }

    @Test
    void render_sample_isSmallAndSelfContained() {
        String page = render(SampleFindings.findings(), false);

        assertThat(page.getBytes(UTF_8).length).isLessThan(200_000);
        assertThat(page).doesNotContain("http:", "https:", "url(", "@import", "<script", "<img", "<link", "<iframe");
    }

    @Test
    void render_again_isTheSame() {
        assertThat(render(SampleFindings.findings(), false)).isEqualTo(render(SampleFindings.findings(), false));
    }

    @Test
    void render_shortened_hidesIdentifiers() {
        assertThat(render(SampleFindings.findings(), false))
                .contains("acct-c2…0000")
                .doesNotContain("acct-c27de02b399a0000", "p:fa6d1ffd5fc3e964");
        assertThat(render(SampleFindings.findings(), true)).contains("acct-c27de02b399a0000", "p:fa6d1ffd5fc3e964");
    }

    @Test
    void render_watchedGroup_standsApartFromTheCleared() {
        String page = render(SampleFindings.findings(), false);

        assertThat(page.indexOf("grp-0004")).isBetween(page.indexOf("<h2>Watched"), page.indexOf("<h2>Examined and"));
        assertThat(page).contains("<dt>group watched</dt><dd>1</dd>", "One other group was put under watch.");
    }

    @Test
    void render_accountOfACampaign_prefersItsOwnReason() {
        assertThat(render(SampleFindings.findings(), false))
                .contains("<td>Pays with p:fa…e964, as 22 others here do</td>")
                .doesNotContain("<td>18,204 items of one frame are divided over the accounts</td>");
    }

    @Test
    void render_pivot_saysOfWhatItIsAShare() {
        assertThat(render(SampleFindings.findings(), false))
                .contains("48\u00a0% of that day’s exchanges of the campaign");
    }

    @Test
    void render_hostileTexts_areEscaped(@TempDir Path folder) throws Exception {
        String page = render(hostile(), true);

        assertThat(page).doesNotContain("<script", "<img");
        assertThat(parsed(page, folder).getElementsByTagName("section").getLength())
                .isGreaterThan(3);
    }

    @Test
    void render_manyCampaigns_staysSmall() {
        Findings sample = SampleFindings.findings();
        CampaignFinding campaign = sample.campaigns().getFirst();
        Findings many = new Findings(
                Collections.nCopies(500, campaign),
                List.of(),
                List.of(),
                List.of(),
                1,
                0,
                0,
                0,
                1,
                0,
                1,
                1,
                Map.of(),
                List.of());

        assertThat(render(many, false).length()).isLessThan(1_000_000);
    }

    @Test
    void render_nothingFound_saysSo() {
        Findings none =
                new Findings(List.of(), List.of(), List.of(), List.of(), 0, 0, 0, 0, 0, -1, -1, 0, Map.of(), List.of());

        assertThat(render(none, false))
                .contains("No distillation campaign found")
                .doesNotContain("1970");
    }

    /** The page as XML, which it is apart from its first line and its unclosed meta elements. */
    private static Document parsed(String page, Path folder) throws Exception {
        String body = page.substring(page.indexOf("<body>"), page.indexOf("</html>"));
        Path file = Files.writeString(folder.resolve("body.xml"), body);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static Findings hostile() throws IOException {
        Findings sample = SampleFindings.findings();
        CampaignFinding first = sample.campaigns().getFirst();
        CampaignFinding campaign = new CampaignFinding(
                HOSTILE,
                first.firstActivity(),
                first.lastActivity(),
                first.detectedAt(),
                first.accounts(),
                first.exchanges(),
                first.outputTokens(),
                first.confidence(),
                HOSTILE,
                Map.of(HOSTILE, 1.0),
                Map.of(HOSTILE, 1.0),
                Map.of(HOSTILE, 1.0),
                first.pivots(),
                first.columns(),
                List.of(HOSTILE),
                first.timeline(),
                new CampaignFinding.Drawing(
                        List.of(HOSTILE, HOSTILE), List.of(new CampaignFinding.Link(0, 1, HOSTILE, 3))),
                HOSTILE,
                HOSTILE);
        AccountFinding account = new AccountFinding(
                HOSTILE, HOSTILE, HOSTILE, HOSTILE, Verdict.RESTRICT, 1, 5, 5, 5, List.of(), List.of(), HOSTILE);
        return new Findings(
                List.of(campaign, campaign),
                List.of(account),
                List.of(campaign),
                List.of(campaign),
                1,
                0,
                0,
                0,
                1,
                0,
                1,
                1,
                Map.of(HOSTILE, 1L),
                List.of(HOSTILE));
    }
}
