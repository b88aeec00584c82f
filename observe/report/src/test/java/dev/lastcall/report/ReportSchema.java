package dev.lastcall.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The published schema of the report. */
final class ReportSchema {
  static final Path DOCS = Path.of("..", "..", "docs");

  private final Schema schema;

  ReportSchema() throws IOException {
    try (InputStream in =
        Files.newInputStream(DOCS.resolve("schema").resolve("exit-report-v1.schema.json"))) {
      schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
    }
  }

  void accepts(String json) {
    assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
  }

  boolean refuses(String json) {
    return !schema.validate(json, InputFormat.JSON).isEmpty();
  }
}
