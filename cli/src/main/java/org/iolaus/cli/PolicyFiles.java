package org.iolaus.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.service.policy.Policy;
import org.iolaus.service.policy.PolicyException;
import org.iolaus.service.policy.PolicyReader;

/** Reads the policy that a command names. */
final class PolicyFiles {
    private PolicyFiles() {}

    static Policy read(Path file) {
        try {
            return PolicyReader.read(file);
        } catch (PolicyException e) {
            throw Failure.input("policy " + file + " " + e.getMessage());
        } catch (IOException e) {
            throw Failure.input("policy " + file + " cannot be read: " + OutputFolder.reason(e));
        }
    }
}
