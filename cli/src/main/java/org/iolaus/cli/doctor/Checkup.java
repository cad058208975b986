package org.iolaus.cli.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.iolaus.cli.Failure;

/** Checks one after another; what cannot be carried out has failed. Not thread-safe. */
final class Checkup {
    private final List<Check> checks = new ArrayList<>();
    private final Consumer<Check> told;

    /** @param told hears of each check as it is done */
    Checkup(Consumer<Check> told) {
        this.told = told;
    }

    /** Looks at something. */
    @FunctionalInterface
    interface Look {
        Check look() throws IOException, InterruptedException;
    }

    /** Does one check and says whether it is ok. */
    boolean check(String name, Look look) throws InterruptedException {
        Check check;
        try {
            check = look.look();
        } catch (Failure e) {
            String[] lines = String.valueOf(e.getMessage()).split("\n", 2);
            check = Check.failed(name, lines[0], lines.length > 1 ? lines[1] : "Maybe its log says more.");
        } catch (IOException e) {
            check = Check.failed(name, e.toString(), "Maybe its log says more.");
        }
        checks.add(check);
        told.accept(check);
        return check.ok();
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }
}
