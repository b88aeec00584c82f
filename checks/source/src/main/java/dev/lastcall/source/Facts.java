package dev.lastcall.source;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about other people's methods: which wait, for how long, which run what they are
 * given, and when.
 *
 * <p>Facts are lines of text, so that users can add their own:
 *
 * <pre>
 * wait      java.lang.Thread#join()                                 for-ever
 * close     org.apache.kafka.clients.consumer.KafkaConsumer#close()  PT30S
 * type      com.acme.FastProducer                                   org.apache.kafka.clients.producer.Producer
 * </pre>
 *
 * <p>A line is a kind, a subject and, for some kinds, a value. A subject is a qualified type,
 * {@code type#method}, {@code type#method(n)} for exactly n arguments (or {@code ()} for none), or
 * {@code type#new} for a constructor. What is said of a type holds for everything that extends it.
 * Immutable; safe for use by several threads.
 */
public final class Facts {
  private final Map<String, Map<String, List<Fact>>> byMethod;
  private final Map<String, Set<String>> supertypes;
  private final Set<String> types;
  private final Map<String, Set<String>> typesByKind;
  private final Map<String, Set<String>> simpleNamesByKind;

  private Facts(List<Fact> facts) {
    byMethod = new HashMap<>();
    supertypes = new HashMap<>();
    types = new HashSet<>();
    typesByKind = new HashMap<>();
    simpleNamesByKind = new HashMap<>();
    for (Fact fact : facts) {
      types.add(fact.type());
      if (fact.kind().equals("type")) {
        types.add(fact.value());
        supertypes.computeIfAbsent(fact.type(), name -> new LinkedHashSet<>()).add(fact.value());
      } else if (fact.method().isEmpty()) {
        typesByKind.computeIfAbsent(fact.kind(), name -> new HashSet<>()).add(fact.type());
        simpleNamesByKind
            .computeIfAbsent(fact.kind(), name -> new HashSet<>())
            .add(fact.type().substring(fact.type().lastIndexOf('.') + 1));
      } else {
        byMethod
            .computeIfAbsent(fact.method(), name -> new HashMap<>())
            .computeIfAbsent(fact.kind(), kind -> new ArrayList<>())
            .add(fact);
      }
    }
  }

  /**
   * Reads facts.
   *
   * @param lines a fact a line; empty ones and those that begin with {@code #} are left out
   * @throws IllegalArgumentException if a line is not a fact; the message has its number, from 1,
   *     and what was expected
   */
  public static Facts of(List<String> lines) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        facts.add(Fact.parse(line, i + 1));
      }
    }
    return new Facts(facts);
  }

  /** {@return the fact of one kind about a call, the first that fits} */
  public Optional<Fact> about(String kind, Call call) {
    List<Fact> facts = named(call.name(), kind);
    return facts.isEmpty() ? Optional.empty() : first(facts, call.arity(), call.types());
  }

  /**
   * Returns the fact of one kind about a method, the first that fits.
   *
   * @param kind what is said
   * @param method the method's name, {@code <init>} for a constructor
   * @param arity the number of its arguments, -1 if unknown
   * @param typeNames the names of the type that it is called on, and of everything above it
   */
  public Optional<Fact> about(String kind, String method, int arity, Set<String> typeNames) {
    return first(named(method, kind), arity, typeNames);
  }

  /** {@return whether a fact of one kind is about methods with this name} */
  public boolean isAboutMethod(String kind, String method) {
    return kindsAbout(method).contains(kind);
  }

  /** {@return what kinds of facts are about methods with this name} */
  Set<String> kindsAbout(String method) {
    return byMethod.getOrDefault(method, Map.of()).keySet();
  }

  private List<Fact> named(String method, String kind) {
    return byMethod.getOrDefault(method, Map.of()).getOrDefault(kind, List.of());
  }

  private static Optional<Fact> first(List<Fact> facts, int arity, Set<String> typeNames) {
    for (Fact fact : facts) {
      if (typeNames.contains(fact.type())
          && (fact.arity() < 0 || arity < 0 || fact.arity() == arity)) {
        return Optional.of(fact);
      }
    }
    return Optional.empty();
  }

  /** {@return whether a fact of one kind names one of these types} */
  public boolean isAbout(String kind, Set<String> typeNames) {
    Set<String> named = typesByKind.getOrDefault(kind, Set.of());
    for (String type : typeNames) {
      if (named.contains(type)) {
        return true;
      }
    }
    return false;
  }

  /** {@return whether a fact of one kind names a type with this simple name} */
  boolean isAboutSimple(String kind, String simpleName) {
    return simpleNamesByKind.getOrDefault(kind, Set.of()).contains(simpleName);
  }

  /** {@return whether any fact names this type} */
  boolean knows(String type) {
    return types.contains(type);
  }

  /** {@return what a type extends or implements, directly or not, as far as facts tell} */
  Set<String> supertypes(String type) {
    Set<String> all = new LinkedHashSet<>();
    collect(type, all);
    return all;
  }

  private void collect(String type, Set<String> into) {
    for (String above : supertypes.getOrDefault(type, Set.of())) {
      if (into.add(above)) {
        collect(above, into);
      }
    }
  }

  /**
   * One fact.
   *
   * @param kind what is said, such as {@code wait}
   * @param type the qualified type it is said of
   * @param method the method, {@code <init>} for a constructor, empty if it is said of the type
   * @param arity the number of arguments it is said of, -1 for any
   * @param value the rest of the line, may be empty
   */
  public record Fact(String kind, String type, String method, int arity, String value) {

    /** {@return the words of the value} */
    public List<String> words() {
      return value.isEmpty() ? List.of() : List.of(value.split("\\s+"));
    }

    /** {@return the first word as a length of time, empty for {@code for-ever}} */
    public Optional<Duration> limit() {
      try {
        return words().isEmpty() ? Optional.empty() : Optional.of(Duration.parse(words().get(0)));
      } catch (DateTimeParseException forEver) {
        return Optional.empty();
      }
    }

    static Fact parse(String line, int number) {
      int kindEnd = blank(line, 0);
      int subjectStart = word(line, kindEnd);
      int subjectEnd = blank(line, subjectStart);
      if (subjectStart == line.length()) {
        throw bad(number, line, "KIND TYPE#METHOD(ARGUMENTS) VALUE");
      }
      String kind = line.substring(0, kindEnd);
      String subject = line.substring(subjectStart, subjectEnd);
      String value = line.substring(word(line, subjectEnd));
      int hash = subject.indexOf('#');
      if (hash < 0) {
        return new Fact(kind, subject, "", -1, value);
      }
      String method = subject.substring(hash + 1);
      int open = method.indexOf('(');
      int arity = -1;
      if (open >= 0) {
        arity = arity(method.substring(open), number, line);
        method = method.substring(0, open);
      }
      return new Fact(
          kind, subject.substring(0, hash), method.equals("new") ? "<init>" : method, arity, value);
    }

    /** Where the next blank is; there are a thousand lines, before javac has begun. */
    private static int blank(String line, int from) {
      int at = from;
      while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      return at;
    }

    private static int word(String line, int from) {
      int at = from;
      while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      return at;
    }

    private static int arity(String parentheses, int number, String line) {
      if (parentheses.equals("()")) {
        return 0;
      }
      if (!parentheses.matches("\\(\\d+\\)")) {
        throw bad(number, line, "() or (NUMBER OF ARGUMENTS) behind the method");
      }
      return Integer.parseInt(parentheses.substring(1, parentheses.length() - 1));
    }

    private static IllegalArgumentException bad(int number, String line, String expected) {
      return new IllegalArgumentException(
          "line " + number + ": " + line + " (expected: " + expected + ")");
    }
  }
}
