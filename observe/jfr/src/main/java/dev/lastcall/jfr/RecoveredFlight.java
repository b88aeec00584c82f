package dev.lastcall.jfr;

import java.nio.file.Path;

/**
 * What was got back of the flight recording of a killed process.
 *
 * <p>Immutable and thread-safe.
 *
 * @param source the file or folder that it was read from
 * @param output the recording, which {@code jdk.jfr.consumer.RecordingFile} and JDK Mission Control
 *     open
 * @param chunks how many chunks it has
 * @param repaired how many of them had not been finished
 * @param bytes its length
 * @param lostBytes what the process had written behind its last flush, which cannot be read
 */
public record RecoveredFlight(
    Path source, Path output, int chunks, int repaired, long bytes, long lostBytes) {}
