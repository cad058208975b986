package org.iolaus.cli;

/** Who reads a command's output. */
enum Format {
    HUMAN,
    JSON
}
