package dev.lastcall.bench;

import org.openjdk.jmh.annotations.Threads;

/** One thread logs; see {@link LoggingBenchmark}. */
@Threads(1)
public class LoggingBy1Benchmark extends LoggingBenchmark {}
