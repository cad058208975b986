package org.iolaus.service.review.cases;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.iolaus.detection.campaign.CampaignFinding;
import org.iolaus.detection.verdict.Verdict;
import org.iolaus.service.engine.Ruling;
import org.iolaus.service.findings.FindingLines;
import org.iolaus.service.findings.JsonText;
import org.iolaus.service.review.audit.AuditEntry;
import org.iolaus.service.review.audit.AuditLog;
import org.iolaus.service.review.vault.DataKey;
import org.iolaus.service.review.vault.Vault;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Times;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes rulings and findings into cases. The same ruling once more changes nothing. Thread-safe. */
public final class CaseBook {
    private final Database database;
    private final Vault vault;
    private final CaseTable cases;
    private final MemberTable members;
    private final AuditLog audit;
    private final InstantSource clock;

    public CaseBook(
            Database database, Vault vault, CaseTable cases, MemberTable members, AuditLog audit, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.cases = cases;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes rulings down; opens the cases of groups that are campaigns. Returns the cases opened. */
    public List<CaseRecord> ruled(Collection<Ruling> rulings) {
        Map<Integer, List<Ruling>> byGroup = new TreeMap<>();
        rulings.forEach(ruling -> byGroup.computeIfAbsent(
                        ruling.campaignId() == null ? 0 : ruling.group(), group -> new ArrayList<>())
                .add(ruling));
        List<Ruling> elsewhere = byGroup.remove(0);
        vault.prepare(byGroup.values().stream()
                .flatMap(List::stream)
                .map(Ruling::accountId)
                .toList());
        return database.transact(handle -> {
            if (elsewhere != null) {
                withdraw(handle, elsewhere);
            }
            List<CaseRecord> opened = new ArrayList<>();
            byGroup.forEach((group, some) -> {
                if (put(handle, group, some)) {
                    opened.add(cases.ofGroup(handle, group).orElseThrow());
                }
            });
            cases.lower(handle, clock.instant());
            return opened;
        });
    }

    /** Writes down what was found of campaigns that have a case. */
    public void found(List<CampaignFinding> campaigns) {
        database.transact(handle -> {
            for (CampaignFinding campaign : campaigns) {
                cases.found(
                        handle,
                        campaign.id(),
                        JsonText.line(FindingLines.campaign(campaign).asMap()));
            }
            return campaigns;
        });
    }

    /** Rulings outside any campaign concern cases only if they lift what was ruled before. */
    private void withdraw(Handle handle, List<Ruling> rulings) {
        for (Ruling ruling : rulings) {
            if (ruling.verdict() == Verdict.ALLOW) {
                members.withdrawn(handle, vault.subject(ruling.accountId(), ruling.endUserId()));
            }
        }
    }

    private boolean put(Handle handle, int group, List<Ruling> rulings) {
        Instant now = clock.instant();
        String campaignId = String.valueOf(rulings.getLast().campaignId());
        boolean opened = cases.open(handle, group, campaignId, now);
        Map<String, DataKey> keys = vault.ofAccounts(
                handle, rulings.stream().map(Ruling::accountId).distinct().toList());
        members.put(
                handle,
                cases.id(group),
                rulings.stream()
                        .filter(ruling -> keys.containsKey(ruling.accountId()))
                        .map(ruling -> member(ruling, keys.get(ruling.accountId())))
                        .toList());
        cases.renew(handle, group, campaignId, now);
        if (opened) {
            audit.append(
                    handle,
                    new AuditEntry("case.open", "service")
                            .put("case", cases.id(group))
                            .put("campaign", campaignId));
        }
        return opened;
    }

    private Member member(Ruling ruling, @Nullable DataKey key) {
        String subject = vault.subject(ruling.accountId(), ruling.endUserId());
        SubjectKey who = new SubjectKey(subject, Objects.requireNonNull(key), ruling.endUserId());
        return new Member(who, ruling.verdict(), Times.instant(ruling.reachedMicros()), null, null);
    }
}
