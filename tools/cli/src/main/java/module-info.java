/** The command {@code lastcall}: shows what an exit did, and checks source code. */
module dev.lastcall.cli {
  requires com.fasterxml.jackson.databind;
  requires dev.lastcall.api;
  requires dev.lastcall.audit;
  requires dev.lastcall.durable;
  requires dev.lastcall.jfr;
  requires dev.lastcall.journal;
  requires dev.lastcall.lint;
  requires dev.lastcall.page;
  requires dev.lastcall.patterns;
  requires dev.lastcall.recorder;
  requires dev.lastcall.report;
  requires dev.lastcall.rules;
  requires dev.lastcall.source;
  requires dev.lastcall.spool;
  requires info.picocli;
  requires static org.jspecify;

  exports dev.lastcall.cli;

  opens dev.lastcall.cli to
      info.picocli;

  uses dev.lastcall.cli.Subcommand;
  uses dev.lastcall.durable.DurableHandlerProvider;
}
