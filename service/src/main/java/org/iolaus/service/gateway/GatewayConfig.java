package org.iolaus.service.gateway;

import java.util.List;

/**
 * In which headers gateways say whose request it is. Names are matched without regard to case.
 *
 * @param accountHeader carries the account
 * @param endUserHeader carries the end user; may be absent from requests
 * @param pathwayHeader carries the way in; may be absent from requests
 * @param addressHeader carries the client's address as the gateway saw it; empty if addresses are not handed on. A
 *     header that clients can set themselves must not be named here.
 */
public record GatewayConfig(String accountHeader, String endUserHeader, String pathwayHeader, String addressHeader) {
    public static final GatewayConfig DEFAULT = new GatewayConfig("x-account-id", "x-end-user-id", "x-pathway", "");

    public GatewayConfig {
        for (String name : List.of(accountHeader, endUserHeader, pathwayHeader)) {
            if (!name.matches("[A-Za-z0-9-]+")) {
                throw new IllegalArgumentException(
                        "header \"" + name + "\" must consist of letters, digits and hyphens");
            }
        }
        if (!addressHeader.matches("[A-Za-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "address_header \"" + addressHeader + "\" must consist of letters, digits and hyphens");
        }
    }
}
