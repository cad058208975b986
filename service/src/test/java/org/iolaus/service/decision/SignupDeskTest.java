package org.iolaus.service.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.iolaus.detection.exchange.Account.Verification;
import org.iolaus.detection.exchange.AccountDraft;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.policy.Policy;
import org.iolaus.service.policy.PolicyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignupDeskTest {
    @TempDir
    private Path folder;

    private final Scene scene = new Scene(Scene.ENFORCED);
    private final CampaignTraces traces = new CampaignTraces(scene);
    private final SignupDesk desk = new SignupDesk(scene.decisions::policy, traces, scene);

    @Test
    void ask_nothingNoticed_asksTheBaseline() {
        SignupDesk.Request request = desk.ask(signup("example.org", null, "192.0.2.1"));

        assertThat(request.verification()).isEqualTo(Verification.EMAIL);
        assertThat(request.notices()).isEmpty();
    }

    @Test
    void ask_disposableDomain_asksForPaymentAndSaysWhy() throws IOException {
        Files.writeString(folder.resolve("disposable.txt"), "mail.example\n");
        Policy policy = PolicyReader.parse("""
                version: 1
                appeal: none
                signups: {disposable_domains: disposable.txt}
                """, folder);

        SignupDesk.Request request =
                new SignupDesk(() -> policy, traces, scene).ask(signup("a.mail.example", null, null));

        assertThat(request.verification()).isEqualTo(Verification.PAYMENT);
        assertThat(request.notices()).extracting(SignupDesk.Notice::kind).containsExactly("disposable_domain");
    }

    @Test
    void ask_paymentOfALiveCampaign_asksForIdentityUntilTheVerdictIsWithdrawn() {
        restrict("acct-1", "p:1", "192.0.2.9");

        assertThat(desk.ask(signup("example.org", "p:1", null)).verification()).isEqualTo(Verification.IDENTITY);
        assertThat(desk.ask(signup("example.org", "p:2", "192.0.2.9")).verification())
                .isEqualTo(Verification.PAYMENT);

        traces.ruled(java.util.List.of(
                new org.iolaus.service.engine.Ruling("acct-1", null, Verdict.ALLOW, 0, null, 0, 0, false)));
        assertThat(desk.ask(signup("example.org", "p:1", "192.0.2.9")).notices())
                .isEmpty();
    }

    @Test
    void ask_burstOfOneDomain_isNoticedAndABusyHourOfAllIsNot() {
        SplittableRandom random = new SplittableRandom(7);
        for (int hour = 0; hour < 200; hour++) {
            for (int i = 0; i < 20; i++) {
                ordinary(random);
            }
            scene.now = scene.now.plus(Duration.ofHours(1));
        }
        int noticed = 0;
        for (int i = 0; i < 200; i++) {
            noticed += ordinary(random).notices().isEmpty() ? 0 : 1;
        }
        scene.now = scene.now.plus(Duration.ofHours(1));
        SignupDesk.Request last = ordinary(random);
        for (int i = 0; i < 30; i++) {
            pause(random);
            last = desk.ask(signup("sudden.example", null, null));
        }

        assertThat(noticed).isLessThanOrEqualTo(2);
        assertThat(last.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo("burst");
            assertThat(notice.summary()).startsWith("30 sign-ups within this hour share the e-mail domain");
        });
    }

    @Test
    void ask_evenPace_isNoticedAndAnIrregularOneIsNot() {
        SplittableRandom random = new SplittableRandom(3);
        SignupDesk.Request even = desk.ask(signup("even.example", null, null));
        SignupDesk.Request odd = even;
        for (int i = 0; i < 60; i++) {
            scene.now = scene.now.plusMillis(60_000 + random.nextInt(2_000));
            even = desk.ask(signup("even.example", null, null));
        }
        for (int i = 0; i < 60; i++) {
            scene.now = scene.now.plusMillis((long) (-60_000 * Math.log(1 - random.nextDouble())));
            odd = desk.ask(signup("odd.example", null, null));
        }

        assertThat(even.notices()).extracting(SignupDesk.Notice::kind).containsExactly("automation");
        assertThat(odd.notices()).isEmpty();
    }

    /** The share of honest paces over 1/rate stays under the rate, whatever the pace. */
    @Test
    void paces_byChance_exceedTheBoundNoOftenerThanTheRate() {
        SplittableRandom random = new SplittableRandom(11);
        int exceeded = 0;
        for (int run = 0; run < 2000; run++) {
            SignupPaces paces = new SignupPaces();
            long now = 0;
            double most = 0;
            for (int i = 0; i < 60; i++) {
                now += (long) (-1e6 * Math.log(1 - random.nextDouble()));
                paces.add("a", now);
                most = Math.max(most, paces.nats("a"));
            }
            exceeded += most >= Math.log(100) ? 1 : 0;
        }

        assertThat(exceeded).isLessThanOrEqualTo(20 + 3 * 5);
    }

    private SignupDesk.Request ordinary(SplittableRandom random) {
        pause(random);
        return desk.ask(signup("domain-" + random.nextInt(300) + ".example", null, null));
    }

    private void pause(SplittableRandom random) {
        scene.now = scene.now.plusMillis((long) (-1_000 * Math.log(1 - random.nextDouble())));
    }

    private void restrict(String accountId, String payment, String ip) {
        scene.account(AccountDraft.created(accountId, 0)
                .paymentFingerprint(payment)
                .signupIp(ip)
                .account());
        traces.ruled(java.util.List.of(
                new org.iolaus.service.engine.Ruling(accountId, null, Verdict.RESTRICT, 1, "cmp-1", 0, 0, false)));
    }

    private static Signup signup(
            String domain,
            @org.jspecify.annotations.Nullable String payment,
            @org.jspecify.annotations.Nullable String ip) {
        return new Signup(domain, null, payment, ip, null, null);
    }
}
