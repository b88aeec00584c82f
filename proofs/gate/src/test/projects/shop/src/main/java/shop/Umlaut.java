package shop;

/** Grüße. */
public class Umlaut {
  final String name = "ä";
}
