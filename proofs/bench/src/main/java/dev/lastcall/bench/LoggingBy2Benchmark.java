package dev.lastcall.bench;

import org.openjdk.jmh.annotations.Threads;

/** Two threads log at once, and the thread that writes has to share with them. */
@Threads(2)
public class LoggingBy2Benchmark extends LoggingBenchmark {}
