package org.iolaus.service.review.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iolaus.service.review.ReviewWorld;
import org.iolaus.service.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class AuditLogTest {
    @Parameter
    private TestDatabase kind = TestDatabase.H2;

    @TempDir
    private Path folder = Path.of("");

    private ReviewWorld world;
    private AuditLog audit;

    @BeforeEach
    void open() {
        world = new ReviewWorld(kind, folder);
        audit = world.reviews.audit();
        for (int i = 0; i < 3; i++) {
            int number = i;
            world.database.transact(handle -> {
                audit.append(
                        handle,
                        new AuditEntry("test.entry", "anna")
                                .put("number", number)
                                .account(
                                        world.vault
                                                .ofAccount(handle, "acct-" + number)
                                                .orElseThrow(),
                                        null));
                return number;
            });
        }
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void chain_untouched_checksAndEndsAtTheHead() {
        assertThat(check(lines(), List.of()).fault()).isEmpty();
        assertThat(check(lines(), List.of()).head()).isEqualTo(audit.head());
        assertThat(audit.head().sequence()).isEqualTo(3);
    }

    @Test
    void chain_anyByteEdited_isBrokenAtThatEntry() {
        String whole = String.join("\n", lines());
        for (int i = 0; i < whole.length(); i++) {
            char other = whole.charAt(i) == '0' ? '1' : '0';
            String edited = whole.substring(0, i) + other + whole.substring(i + 1);
            long line = 1
                    + whole.substring(0, i).chars().filter(each -> each == '\n').count();
            assertThat(check(edited.lines().toList(), List.of()).fault())
                    .as("byte %d changed from %s to %s", i, whole.charAt(i), other)
                    .hasValueSatisfying(fault -> assertThat(fault).containsAnyOf("entry " + line, "line " + line));
        }
    }

    @Test
    void chain_entryRemovedOrSwapped_isBroken() {
        List<String> removed = new ArrayList<>(lines());
        removed.remove(1);
        List<String> swapped = new ArrayList<>(lines());
        swapped.add(1, swapped.remove(2));

        assertThat(check(removed, List.of()).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("entry 2"));
        assertThat(check(swapped, List.of()).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("entry 2"));
    }

    @Test
    void chain_cutOrRewrittenSinceAHeadWasPublished_isBroken() {
        AuditHead published = audit.commit().orElseThrow();
        List<String> cut = lines().subList(0, 2);
        Link forged = new Link(3, Link.hash(linkHash(2), "{}"), "{}");
        List<String> rewritten = new ArrayList<>(cut);
        rewritten.add(forged.line());

        assertThat(check(lines(), List.of(published)).fault()).isEmpty();
        assertThat(check(cut, List.of()).fault()).isEmpty();
        assertThat(check(cut, List.of(published)).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("must reach entry 3"));
        assertThat(check(rewritten, List.of()).fault()).isEmpty();
        assertThat(check(rewritten, List.of(published)).fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("published"));
    }

    @Test
    void commit_nothingAddedSince_isEmpty() {
        AuditHead head = audit.commit().orElseThrow();

        assertThat(audit.commit()).isEmpty();
        assertThat(audit.commitments()).containsExactly(head);
        assertThat(AuditHead.parse(head.line() + "\n")).isEqualTo(head);
    }

    private String linkHash(int sequence) {
        return audit.after(sequence - 1L, 1).getFirst().hash();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        audit.forEach(link -> lines.add(link.line()));
        return lines;
    }

    private static ChainCheck check(List<String> lines, List<AuditHead> published) {
        ChainCheck check = new ChainCheck(published);
        lines.forEach(check::line);
        return check;
    }
}
