
function header() {
  byId("mark").textContent = verdict.clean ? "✓" : "✗";
  byId("mark").style.background = verdict.clean ? colour("completed") : colour("failed");
  byId("sentence").textContent = verdict.sentence.charAt(0).toUpperCase() + verdict.sentence.slice(1);
  const process = report.process;
  byId("facts").textContent = [report.reason.detail + " at " + report.beganAt, (process.command || "process") + " " + process.pid + " on " + process.host,
    process.java, report.mode, "grace period from " + report.gracePeriod.source].join(" · ");
  gauge();
  const drain = report.drain;
  const flushPhase = report.phases.find((phase) => phase.phase === "flush");
  const slowest = [...report.cleanups].sort((a, b) => b.outcome.elapsedMillis - a.outcome.elapsedMillis)[0];
  if (verdict.timing) {
    card("Last sign of life", duration(report.workDoneMillis), "of " + duration(graceMillis) + " grace");
  } else {
    card("Work done", duration(report.workDoneMillis), "of " + duration(graceMillis) + " grace");
    card("Exit code", report.exitCode < 0 ? "the JVM's" : String(report.exitCode), report.reason.door.replace("-", " "));
  }
  card("Drain", drain.ending === "none" ? "none" : duration((report.phases.find((phase) => phase.phase === "drain") || { elapsedMillis: 0 }).elapsedMillis),
    drain.ending === "none" ? "" : drain.ending + ", " + drain.served + " served, in flight " + drain.inFlightAtBegin + " → " + drain.inFlightAtEnd);
  card("Cleanups", report.counts.completed + " of " + report.cleanups.length, "completed");
  if (slowest) card("Slowest", duration(slowest.outcome.elapsedMillis), slowest.name);
  card("Flush", flushPhase ? duration(flushPhase.elapsedMillis) : "none", report.flush.targets.length + " targets, reserve " + duration(report.flush.reserveMillis));
}

/** How much of the grace period each phase used. */
function gauge() {
  const percent = (millis) => Math.max(0, Math.min(100, (millis / graceMillis) * 100)) + "%";
  const holder = byId("gauge");
  holder.append(element("i", { className: "reserve", title: "reserve", style: { width: percent(report.flush.reserveMillis) } }));
  report.phases.filter((phase) => phase.phase !== "report").forEach((phase) => holder.append(element("i", {
    title: phase.phase + " " + duration(phase.elapsedMillis),
    style: { left: percent(phase.fromBeginMillis), width: "max(2px, " + percent(phase.elapsedMillis) + ")", background: colour(phase.phase) },
  })));
  const used = report.workDoneMillis / graceMillis;
  holder.append(element("b", { style: used < 0.6 ? { left: percent(report.workDoneMillis) } : { left: 0, color: "#fff" } },
    Math.round(used * 100) + " % of the grace period used"));
}

function timelineWords() {
  if (report.criticalPath.length) {
    const shown = report.criticalPath.length > 14 ? [...report.criticalPath.slice(0, 7), "…", ...report.criticalPath.slice(-6)] : report.criticalPath;
    byId("path").append("Critical path ", element("b", {}, shown.join(" → ")));
  }
  WORDS.filter((word) => report.counts[word]).forEach((word) => byId("legend").append(
    element("span", {}, element("i", { style: { background: colour(word) } }), report.counts[word] + " " + plain(word))));
}

function fill() {
  header();
  leftBehind();
  findings();
  timelineWords();
  cleanupTable();
  flushTable();
  byId("footer").textContent = "Lastcall exit report, version " + report.lastcallReport + ". Charts: Apache ECharts, Apache License 2.0.";
}

fill();
redrawn(() => [drawTimeline(), drawGraph()]);
