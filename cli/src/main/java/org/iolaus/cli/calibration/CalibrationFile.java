package org.iolaus.cli.calibration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.iolaus.cli.Failure;
import org.iolaus.cli.output.AppliedCalibration;
import org.iolaus.cli.output.OutputFolder;
import org.iolaus.detection.calibration.Calibration;
import org.iolaus.detection.calibration.Threshold;
import org.iolaus.detection.calibration.Trait;
import org.iolaus.service.configuration.Digest;
import org.iolaus.service.findings.Fields;

/**
 * A calibration as docs/formats.md defines it on disk.
 *
 * @param provenance what it was made from
 * @param calibration its thresholds and portrait
 */
public record CalibrationFile(Provenance provenance, Calibration calibration) {
    /** Name and version of the form. */
    static final String FORMAT = "iolaus-calibration/1";

    /** The form as JSON, ended by a line feed. */
    public String json() {
        return new Fields()
                        .put("format", FORMAT)
                        .put("target_rate", calibration.target())
                        .put("confidence", Threshold.CONFIDENCE)
                        .put(
                                "restrict",
                                AppliedCalibration.threshold(calibration.restrict())
                                        .asMap())
                        .put(
                                "verify",
                                AppliedCalibration.threshold(calibration.verify())
                                        .asMap())
                        .put("provenance", provenanceFields().asMap())
                        .put("portrait", portrait().asMap())
                        .json()
                + "\n";
    }

    private Fields provenanceFields() {
        return new Fields()
                .put("version", provenance.version())
                .put("configuration_digest", provenance.configurationDigest())
                .list(
                        "inputs",
                        provenance.inputs(),
                        input -> new Fields().put("name", input.name()).put("sha256", input.sha256()))
                .count("exchanges", provenance.exchanges())
                .count("accounts", provenance.accounts())
                .count("subjects", provenance.subjects())
                .count("groups", provenance.groups())
                .count("groups_left_out", calibration.leftOut())
                .time("first_event", provenance.firstMicros())
                .time("last_event", provenance.lastMicros())
                .put("honest", provenance.honest())
                .put("left_out", provenance.leftOut());
    }

    private Fields portrait() {
        Fields fields = new Fields();
        for (Trait trait : Trait.values()) {
            fields.put(trait.label(), calibration.portrait().of(trait).counts());
        }
        return fields;
    }

    /** Reads a file, or says what is wrong with it. */
    public static Read read(Path file) {
        try {
            String text = Files.readString(file);
            return new Read(CalibrationReader.read(text), Digest.shortHex(text));
        } catch (CharacterCodingException e) {
            throw bad(file, "it must be UTF-8 text");
        } catch (IOException e) {
            throw Failure.input("--calibration " + file + " cannot be read: " + OutputFolder.reason(e));
        } catch (IllegalArgumentException e) {
            throw bad(file, String.valueOf(e.getMessage()));
        }
    }

    private static Failure bad(Path file, String reason) {
        return Failure.input("--calibration " + file + " is no calibration that can be used: " + reason
                + "\nMaybe make it anew with: ./iolaus calibrate");
    }

    /**
     * A file that was read.
     *
     * @param content what it holds
     * @param digest digest of its text
     */
    public record Read(CalibrationFile content, String digest) {}
}
