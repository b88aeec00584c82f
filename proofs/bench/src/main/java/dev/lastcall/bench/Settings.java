package dev.lastcall.bench;

import java.util.List;

/**
 * How a measurement is made.
 *
 * @param jdks on which JDKs
 * @param effort how thoroughly
 * @param progress told what is going on
 */
record Settings(List<Jdk> jdks, Effort effort, Progress progress) {}
