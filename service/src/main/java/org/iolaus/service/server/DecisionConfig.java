package org.iolaus.service.server;

import java.nio.file.Path;
import org.iolaus.service.configuration.Section;
import org.iolaus.service.gateway.GatewayConfig;
import org.jspecify.annotations.Nullable;

/**
 * How decisions are made and handed out.
 *
 * @param policy the operator's policy, or null for the one in the data folder
 * @param watermarkKeys key ring whose public schedule names the keys that answers are marked with, or null
 * @param gateway in which headers gateways say whose request it is
 */
record DecisionConfig(@Nullable Path policy, @Nullable Path watermarkKeys, GatewayConfig gateway) {
    static DecisionConfig of(Section section) {
        Section headers = section.section("gateway");
        GatewayConfig usual = GatewayConfig.DEFAULT;
        GatewayConfig gateway = new GatewayConfig(
                headers.text("account_header", usual.accountHeader()),
                headers.text("end_user_header", usual.endUserHeader()),
                headers.text("pathway_header", usual.pathwayHeader()),
                headers.text("address_header", usual.addressHeader()));
        headers.done();
        DecisionConfig config = new DecisionConfig(
                section.file("policy").orElse(null),
                section.file("watermark_keys").orElse(null),
                gateway);
        section.done();
        return config;
    }
}
