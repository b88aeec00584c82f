package dev.lastcall.bench;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.format.OutputFormat;

/**
 * Of all that JMH has to say, the name of the benchmark that it begins with, and its complaints.
 */
final class JmhProgress implements OutputFormat {
  private final Jdk jdk;
  private final Progress progress;
  private String current = "";
  private StringBuilder complaint = new StringBuilder();

  JmhProgress(Jdk jdk, Progress progress) {
    this.jdk = jdk;
    this.progress = progress;
  }

  @Override
  public void startBenchmark(BenchmarkParams params) {
    String name = params.getBenchmark();
    StringBuilder text = new StringBuilder(jdk.label()).append(": ");
    text.append(name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1));
    params.getParamsKeys().forEach(key -> text.append(' ').append(params.getParam(key)));
    current = text.toString();
    progress.begins(current);
  }

  @Override
  public void endBenchmark(@Nullable BenchmarkResult result) {
    if (result == null) {
      progress.begins(current + " failed: " + complaint);
    }
    complaint = new StringBuilder();
  }

  @Override
  public void print(String text) {
    complaint.append(text);
  }

  @Override
  public void println(String text) {
    complaint.append(text).append('\n');
  }

  @Override
  public void verbosePrintln(String text) {
    // Nobody asked.
  }

  @Override
  public void write(int one) {
    complaint.append((char) one);
  }

  @Override
  public void write(byte[] text) {
    complaint.append(new String(text, java.nio.charset.Charset.defaultCharset()));
  }

  @Override
  public void iteration(BenchmarkParams params, IterationParams iteration, int number) {
    // Too many to name.
  }

  @Override
  public void iterationResult(
      BenchmarkParams params, IterationParams iteration, int number, IterationResult result) {
    // The table will tell.
  }

  @Override
  public void startRun() {
    // There may be several.
  }

  @Override
  public void endRun(Collection<RunResult> results) {
    // The table will tell.
  }

  @Override
  public void flush() {
    // Nothing is kept back.
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
