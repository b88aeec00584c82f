package dev.lastcall.journal;

import dev.lastcall.api.Deadline.Ticker;
import dev.lastcall.api.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What a journal is to be like.
 *
 * @param folder for it alone
 * @param content what it holds
 * @param sizes of its files
 * @param forceInterval how often to write to the device, zero for never
 * @param onFailure told if the journal gives up
 * @param ticker the monotonic clock
 * @param wallMillis the wall clock
 */
record JournalSettings(
    Path folder,
    String content,
    SegmentStock.Sizes sizes,
    Duration forceInterval,
    Consumer<Finding> onFailure,
    Ticker ticker,
    LongSupplier wallMillis) {}
