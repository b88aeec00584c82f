/** Reads exit reports and makes one self-contained HTML page of each. */
module dev.lastcall.page {
  requires com.fasterxml.jackson.databind;
  requires transitive dev.lastcall.api;
  requires transitive dev.lastcall.report;
  requires static org.jspecify;

  exports dev.lastcall.page;
}
