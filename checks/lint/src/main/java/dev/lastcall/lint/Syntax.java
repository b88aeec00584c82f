package dev.lastcall.lint;

import java.util.Set;

/**
 * Which of the compiler's messages say that a file is not Java, as against code that does not fit
 * together.
 */
final class Syntax {
  private static final Set<String> CODES =
      Set.of(
          "compiler.err.expected",
          "compiler.err.expected2",
          "compiler.err.expected3",
          "compiler.err.expected4",
          "compiler.err.premature.eof",
          "compiler.err.illegal.char",
          "compiler.err.illegal.start.of.expr",
          "compiler.err.illegal.start.of.type",
          "compiler.err.illegal.start.of.stmt",
          "compiler.err.not.stmt",
          "compiler.err.unclosed.str.lit",
          "compiler.err.unclosed.comment",
          "compiler.err.unclosed.char.lit",
          "compiler.err.unclosed.text.block",
          "compiler.err.illegal.esc.char",
          "compiler.err.int.number.too.large",
          "compiler.err.orphaned",
          "compiler.err.else.without.if",
          "compiler.err.catch.without.try",
          "compiler.err.finally.without.try",
          "compiler.err.try.without.catch.or.finally",
          "compiler.err.class.not.allowed",
          "compiler.err.class.method.or.field.expected",
          "compiler.err.statement.not.expected",
          "compiler.err.initializer.not.allowed",
          "compiler.err.illegal.underscore",
          "compiler.err.illegal.line.end.in.char.lit",
          "compiler.err.empty.char.lit",
          "compiler.err.invalid.hex.number",
          "compiler.err.invalid.binary.number",
          "compiler.err.variable.not.allowed",
          "compiler.err.invalid.meth.decl.ret.type.req",
          "compiler.err.feature.not.supported.in.source",
          "compiler.err.feature.not.supported.in.source.plural",
          "compiler.err.preview.feature.disabled",
          "compiler.err.preview.feature.disabled.plural",
          "compiler.err.illegal.text.block.open",
          "compiler.err.illegal.unicode.esc",
          "compiler.err.malformed.fp.lit",
          "compiler.err.array.dimension.missing",
          "compiler.err.dot.class",
          "compiler.err.this.as.identifier");

  private Syntax() {}

  static boolean isError(String code) {
    return CODES.contains(code);
  }
}
