const { report, verdict, layout } = given;
const WORDS = ["running", "completed", "failed", "timed-out", "abandoned", "skipped", "not-begun"];
const MARKS = { completed: "✓", failed: "✗", "timed-out": "◑", abandoned: "○", skipped: "–", running: "▶", "not-begun": "–" };
/** It has no bar: it never began. */
const isIdle = (outcome) => outcome.word === "skipped" || outcome.word === "not-begun";
/** The innermost frame without class loader and module. */
const brief = (frame) => frame.slice(frame.lastIndexOf("/", frame.indexOf("(") < 0 ? frame.length : frame.indexOf("(")) + 1);

function waiting(sample) {
  return plain(sample.state) + (sample.lock ? " on " + sample.lock : "") + (sample.lockOwner ? ", held by " + sample.lockOwner : "");
}

function headline(cause) {
  return cause.type + (cause.message ? ": " + cause.message : "");
}

/** A short line that says what went wrong, or null. */
function trouble(outcome) {
  if (outcome.cause) return headline(outcome.cause);
  if (outcome.sample) return "at " + brief(outcome.sample.place);
  return outcome.why || null;
}

const graceMillis = report.gracePeriod.lengthMillis;
const workMillis = Math.max(report.workDoneMillis, ...report.cleanups.map((c) => c.fromBeginMillis + c.outcome.elapsedMillis));
const endMillis = workMillis >= graceMillis / 2 ? Math.max(workMillis, graceMillis) : workMillis * 1.02 || 1;

function cleanupTip(cleanup) {
  const outcome = cleanup.outcome;
  return tip(cleanup.name, [
    plain(outcome.word) + (isIdle(outcome) ? "" : " after " + duration(outcome.elapsedMillis) + " of " + duration(cleanup.allottedMillis)),
    trouble(outcome),
    outcome.sample ? waiting(outcome.sample) : null,
    "began " + duration(cleanup.fromBeginMillis) + " into the exit" + (cleanup.critical ? ", on the critical path" : ""),
    cleanup.after.length ? "after " + cleanup.after.join(", ") : null,
  ]);
}
