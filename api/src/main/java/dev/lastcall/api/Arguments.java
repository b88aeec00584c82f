package dev.lastcall.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The checks that every registration passes, with one voice: {@code name: value (expected: …)}.
 *
 * <p>Lastcall refuses bad input when it is given, never during the exit. Stateless and thread-safe.
 */
public final class Arguments {
  /** The longest name of a cleanup, scope or flush target, in characters. */
  public static final int MAX_NAME_LENGTH = 100;

  private Arguments() {}

  /**
   * Returns the value, or refuses null.
   *
   * @param <T> the type of the value
   * @param name what the value is called at the call site
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if the value is null
   */
  public static <T> T given(String name, @Nullable T value) {
    if (value == null) {
      throw refusal(name, "null", "a value");
    }
    return value;
  }

  /**
   * Returns the name of a cleanup, scope or target, or refuses it.
   *
   * @param name what the value is called at the call site
   * @param value 1 to {@value #MAX_NAME_LENGTH} characters; letters and digits of any language and
   *     {@code . _ - / :}
   * @return the value
   * @throws IllegalArgumentException if the value is null, empty, too long or holds another
   *     character
   */
  public static String nameOf(String name, @Nullable String value) {
    String given = given(name, value);
    if (given.isEmpty()
        || given.length() > MAX_NAME_LENGTH
        || !given.codePoints().allMatch(Arguments::fitsName)) {
      throw refusal(
          name, '"' + given + '"', "1 to " + MAX_NAME_LENGTH + " letters, digits or . _ - / :");
    }
    return given;
  }

  /**
   * Returns a duration above zero, or refuses it.
   *
   * @param name what the value is called at the call site
   * @param value the duration
   * @return the value
   * @throws IllegalArgumentException if the value is null, zero or negative
   */
  public static Duration positive(String name, @Nullable Duration value) {
    Duration given = given(name, value);
    if (given.isNegative() || given.isZero()) {
      throw refusal(name, given, "> PT0S");
    }
    return given;
  }

  /**
   * Returns a duration of zero or more, or refuses it.
   *
   * @param name what the value is called at the call site
   * @param value the duration
   * @return the value
   * @throws IllegalArgumentException if the value is null or negative
   */
  public static Duration notNegative(String name, @Nullable Duration value) {
    Duration given = given(name, value);
    if (given.isNegative()) {
      throw refusal(name, given, ">= PT0S");
    }
    return given;
  }

  /**
   * Returns a number inside its limits, or refuses it.
   *
   * @param name what the value is called at the call site
   * @param value the number
   * @param least the lowest number that is accepted
   * @param most the highest number that is accepted
   * @return the value
   * @throws IllegalArgumentException if the value is below {@code least} or above {@code most}
   */
  public static int between(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw refusal(name, value, least + " to " + most);
    }
    return value;
  }

  /**
   * Returns the exception that refuses a value; the caller throws it.
   *
   * @param name what the value is called at the call site
   * @param value the refused value
   * @param expected what would have been accepted
   * @return an exception with the message {@code name: value (expected: …)}
   */
  public static IllegalArgumentException refusal(
      String name, @Nullable Object value, String expected) {
    return new IllegalArgumentException(text(name, value, expected));
  }

  /**
   * Returns the text of a refusal, for errors that are about a state and not about an argument.
   *
   * @param name what is refused
   * @param value the refused value
   * @param expected what would have been accepted
   * @return {@code name: value (expected: …)}
   */
  public static String text(String name, @Nullable Object value, String expected) {
    return name + ": " + value + " (expected: " + expected + ")";
  }

  private static boolean fitsName(int codePoint) {
    return Character.isLetterOrDigit(codePoint) || "._-/:".indexOf(codePoint) >= 0;
  }
}
