package org.iolaus.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.iolaus.cli.SampleFindings;
import org.iolaus.detection.pipeline.Findings;
import org.junit.jupiter.api.Test;

class ScanTextTest {
    @Test
    void of_sample_isATableAndAFewLines() {
        assertThat(ScanText.of(SampleFindings.findings(), SampleFindings.run(), Path.of("out")))
                .isEqualTo("""
                        Scanned 280,279 exchanges of 4,535 accounts in 4.4 s (63,978 a second).

                        CAMPAIGN          ACCOUNTS  EXCHANGES  TAKES MOSTLY              VERDICT   CONFIDENCE  DETECTED (UTC)
                        cmp-2026-02-0001       317     41,214  agentic coding, tool use  restrict     > 0.999  11 Feb 2026 06:00
                        cmp-2026-02-0002        42      3,871  rubric grading, ordinary  verify         0.931  16 Feb 2026 00:00

                        Accounts above allow: 20 restrict, 1 verify, 1 observe.
                        Honest groups examined and cleared: 3.
                        Groups watched: 1.
                        Set aside: 17 lines rejected (rejected.jsonl), 1,204 repeats dropped, 3 conflicts, 17 late.
                        Given up at the memory ceiling: 1,893 rare objects evicted.
                        Warning: 9.3 % of exchanges carry no address; the network family is weaker for them.
                        Report: out/report.html
                        """);
    }

    @Test
    void row_hostileCell_cannotMoveTheCursor() {
        TextTable table = new TextTable(List.of("ID"), List.of()).row("a\u001B[2J\nb");

        assertThat(table.render()).isEqualTo("ID\na\uFFFD[2J\uFFFDb\n");
    }

    @Test
    void of_warningWithAdvice_indentsTheAdvice() {
        Findings sample = SampleFindings.findings();
        Findings advised = new Findings(
                sample.campaigns(),
                sample.accounts(),
                sample.cleared(),
                sample.watched(),
                1,
                0,
                0,
                0,
                1,
                0,
                1,
                1,
                Map.of(),
                List.of("too few\u001B accounts.\nMaybe give more.", "second"));

        assertThat(ScanText.of(advised, SampleFindings.run(), Path.of("out")))
                .contains("Warning: too few\uFFFD accounts.\n  Maybe give more.\nWarning: second\n");
    }
}
