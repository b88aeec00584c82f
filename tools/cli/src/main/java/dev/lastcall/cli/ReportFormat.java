package dev.lastcall.cli;

/** The forms in which a report can be shown. */
enum ReportFormat {
  TEXT,
  JSON,
  HTML
}
