package dev.lastcall.bench;

import org.openjdk.jmh.annotations.Threads;

/**
 * The same by two threads at once; the time is a thread's.
 *
 * <p>{@code proofs/bench/bench JournalPairBenchmark}
 */
@Threads(2)
@Against("agronaBroadcast")
public class JournalPairBenchmark extends JournalBenchmark {}
