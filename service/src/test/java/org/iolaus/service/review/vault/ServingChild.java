package org.iolaus.service.review.vault;

import java.io.IOException;
import org.iolaus.service.store.Claim;
import org.iolaus.service.store.Database;
import org.iolaus.service.store.Password;
import org.iolaus.service.store.StoreConfig;

/** A process that has a database open as a service has, until its input ends. */
final class ServingChild {
    private ServingChild() {}

    /** @param arguments URL and user of the database */
    public static void main(String[] arguments) throws IOException {
        try (Database database = Database.open(StoreConfig.at(arguments[0], arguments[1], Password.NONE));
                Claim claim = database.claim()) {
            System.out.println(claim.held() ? "serving" : "not held");
            System.out.flush();
            while (System.in.read() >= 0) {
                // nothing is said to it
            }
        }
    }
}
