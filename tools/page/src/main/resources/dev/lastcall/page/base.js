"use strict";
// Everything that others wrote (names, messages, frames) is put into the page as text nodes only.
const { report, verdict, layout } = JSON.parse(document.getElementById("data").textContent);
const WORDS = ["running", "completed", "failed", "timed-out", "abandoned", "skipped", "not-begun"];
const MARKS = { completed: "✓", failed: "✗", "timed-out": "◑", abandoned: "○", skipped: "–", running: "▶", "not-begun": "–" };
/** It has no bar: it never began. */
const isIdle = (outcome) => outcome.word === "skipped" || outcome.word === "not-begun";
const byId = (id) => document.getElementById(id);
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
const plain = (word) => word.replace(/-/g, " ");

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "style") Object.assign(made.style, value);
    else made[name] = value;
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** The same words as in the terminal: three digits that matter and a unit. */
function duration(millis) {
  if (millis < 0) return "-" + duration(-millis);
  const digits = (value) => String(+(value < 9.995 ? value.toFixed(2) : value.toFixed(1)));
  if (millis >= 120000) return Math.floor(millis / 60000) + " min " + String(Math.floor(millis / 1000) % 60).padStart(2, "0") + " s";
  if (millis >= 999.5) return digits(millis / 1000) + " s";
  return (millis >= 10 ? String(Math.round(millis)) : digits(millis)) + " ms";
}

/** The innermost frame without class loader and module. */
const brief = (frame) => frame.slice(frame.lastIndexOf("/", frame.indexOf("(") < 0 ? frame.length : frame.indexOf("(")) + 1);

/** A name inside a label of the chart library, where braces would begin a style. */
const safe = (name) => name.replace(/[{}|]/g, "¦");

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

function tip(title, lines) {
  return element("div", { className: "tip" }, element("b", {}, title), ...lines.filter(Boolean).map((line) => element("div", {}, line)));
}

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
