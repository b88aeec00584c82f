package dev.lastcall.bench;

import dev.lastcall.bench.MicroBenchmarks.Selection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command {@code bench}: measures what it is asked for, and prints tables in Markdown. */
public final class Figures {
  private static final String USAGE =
      """
      usage: bench [--quick] [--java HOME]... [--output FILE] WHAT...

      --quick        an impression, not a figure
      --java HOME    a JDK to measure on; with several the option is repeated (default: the one that runs this)
      --output FILE  writes the tables to a file instead of the standard output
      WHAT           all, or some of the parts below, or which JMH benchmarks, as JMH understands it

      """;

  private final List<Jdk> jdks = new ArrayList<>();
  private final List<String> wanted = new ArrayList<>();
  private Effort effort = Effort.FULL;
  private boolean help;
  private String output = "";

  private Figures(Iterator<String> args) {
    while (args.hasNext()) {
      String arg = args.next();
      switch (arg) {
        case "--quick" -> effort = Effort.QUICK;
        case "--smoke" -> effort = Effort.SMOKE;
        case "--java" -> jdks.add(Jdk.of(Path.of(value(arg, args))));
        case "--output" -> output = value(arg, args);
        case "--help" -> help = true;
        default -> wanted.add(checked(arg));
      }
    }
    if (jdks.isEmpty()) {
      jdks.add(Jdk.ofThisProcess());
    }
  }

  private static String value(String option, Iterator<String> args) {
    if (!args.hasNext()) {
      throw new IllegalArgumentException(option + ": nothing (expected: a value)\n\n" + usage());
    }
    return args.next();
  }

  private static String checked(String arg) {
    if (arg.startsWith("--")) {
      throw new IllegalArgumentException(arg + " (expected: a known option)\n\n" + usage());
    }
    return arg;
  }

  /**
   * Measures, prints each table as soon as it is there, and says on standard error what goes on.
   *
   * @param args see {@code --help}
   * @throws Exception if something cannot be measured
   */
  public static void main(String[] args) throws Exception {
    try {
      new Figures(List.of(args).iterator()).print();
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
    // Some peers leave threads behind that are no daemons.
    System.exit(0);
  }

  /** The tables as Markdown. */
  static String measure(String... args) throws Exception {
    StringBuilder text = new StringBuilder();
    new Figures(List.of(args).iterator()).measure(text::append);
    return text.toString();
  }

  private void print() throws Exception {
    try (PrintStream stream = open()) {
      measure(
          text -> {
            stream.print(text);
            stream.flush();
          });
    }
  }

  private PrintStream open() throws IOException {
    return output.isEmpty() ? System.out : new PrintStream(output, StandardCharsets.UTF_8);
  }

  private void measure(Consumer<String> sink) throws Exception {
    if (help || wanted.isEmpty()) {
      sink.accept(usage());
      return;
    }
    Settings settings = new Settings(jdks, effort, new Progress(System.err));
    sink.accept(Machine.line(jdks, effort));
    for (String what : wanted) {
      List<Part> parts = parts(what);
      for (Part part : parts) {
        settings.progress().begins("== " + part.label());
        sink.accept("\n## " + part.label() + "\n" + part.measure(settings));
      }
      if (parts.isEmpty()) {
        sink.accept(new MicroBenchmarks(settings).tables(Selection.of(what)));
      }
    }
    settings.progress().begins("== done");
  }

  private static List<Part> parts(String what) {
    return Arrays.stream(Part.values())
        .filter(part -> what.equals("all") || what.equals(part.label()))
        .toList();
  }

  private static String usage() {
    Stream<String> parts =
        Arrays.stream(Part.values()).map(part -> "%-14s %s".formatted(part.label(), part.about()));
    return USAGE + parts.collect(Collectors.joining("\n", "", "\n"));
  }
}
