
function pill(word) {
  return element("span", { className: "pill", style: { color: colour(word) } }, MARKS[word] + " " + plain(word));
}

function stackOf(outcome) {
  const parts = [];
  const frames = (title, where, list, omitted) => parts.push(
    element("div", { className: "where" }, element("b", {}, title), where ? element("div", {}, where) : null),
    element("pre", {}, list.map((frame) => "at " + frame).concat(omitted ? ["… " + omitted + " more"] : []).join("\n")));
  if (outcome.sample) {
    frames("Thread " + outcome.sample.thread, waiting(outcome.sample), outcome.sample.frames, outcome.sample.framesOmitted);
  }
  const walk = (cause, title) => {
    frames(title + headline(cause), null, cause.frames, cause.framesOmitted);
    (cause.suppressed || []).forEach((suppressed) => walk(suppressed, "Suppressed: "));
    if (cause.cause) walk(cause.cause, "Caused by: ");
  };
  if (outcome.cause) walk(outcome.cause, "");
  if (outcome.why) parts.push(element("div", { className: "where" }, outcome.why));
  return parts.length ? element("div", { className: "stack" }, ...parts) : null;
}

function headings(...names) {
  return element("thead", {}, element("tr", {}, ...names.map((name) => element("th", { className: name.startsWith("#") ? "number" : "" }, name.replace("#", "")))));
}

/** A row, and below it, folded away, what is known of its trouble. */
function rowOf(name, critical, cells, outcome) {
  const stack = stackOf(outcome);
  const button = stack ? element("button", { type: "button", ariaExpanded: "false", ariaLabel: "details" }, "▸") : null;
  const row = element("tr", { className: stack ? "more" : "" },
    element("td", { className: "name" }, button || element("i"), name, critical ? element("span", { className: "crit", title: "on the critical path" }, "◆") : null), ...cells);
  if (!stack) return [row];
  const below = element("tr", { hidden: true }, element("td", { colSpan: cells.length + 1 }, stack));
  row.addEventListener("click", () => {
    below.hidden = !below.hidden;
    button.textContent = below.hidden ? "▸" : "▾";
    button.ariaExpanded = String(!below.hidden);
  });
  return [row, below];
}

function cleanupTable() {
  const number = (text) => element("td", { className: "number" }, text);
  const body = element("tbody");
  const table = byId("cleanups");
  table.append(headings("name", "kind", "after", "#began", "#took", "#allotted", "#bound", "outcome"), body);
  const groups = report.cleanups.map((c) => {
    const took = isIdle(c.outcome) ? "–" : duration(c.outcome.elapsedMillis);
    return { cleanup: c, rows: rowOf(c.name, c.critical, [
      element("td", {}, c.kind), element("td", { className: "after" }, c.after.join(", ")), number(duration(c.fromBeginMillis)),
      number(took), number(duration(c.allottedMillis)), number(duration(c.timeoutMillis)), element("td", {}, pill(c.outcome.word))], c.outcome) };
  });
  groups.forEach((group) => body.append(...group.rows));
  if (groups.length > 15) filterOf(groups);
}

function filterOf(groups) {
  const search = element("input", { type: "search", placeholder: "name, kind or outcome" });
  const only = element("input", { type: "checkbox" });
  const shown = element("span");
  const apply = () => {
    const wanted = search.value.trim().toLowerCase();
    let count = 0;
    groups.forEach(({ cleanup, rows }) => {
      const text = (cleanup.name + " " + cleanup.kind + " " + plain(cleanup.outcome.word)).toLowerCase();
      const fits = text.includes(wanted) && !(only.checked && cleanup.outcome.word === "completed");
      rows[0].hidden = !fits;
      if (rows[1] && !fits) rows[1].hidden = true;
      count += fits ? 1 : 0;
    });
    shown.textContent = count + " of " + groups.length;
  };
  search.addEventListener("input", apply);
  only.addEventListener("change", apply);
  byId("filter").append(search, element("label", {}, only, " only what did not complete"), shown);
  apply();
}

function flushTable() {
  const flush = report.flush;
  byId("reserve").textContent = "Reserve " + duration(flush.reserveMillis) + (flush.reasons.length ? " = " + flush.reasons.map((reason) => reason.replace(/^\+/, "")).join(" + ") : "")
    + (flush.lastGasp ? ". Run by the last gasp: the deadline came first." : ".");
  const body = element("tbody");
  byId("targets").append(headings("target", "#took", "#rehearsed", "outcome"), body);
  flush.targets.forEach((target) => body.append(...rowOf(target.name, false, [
    element("td", { className: "number" }, duration(target.outcome.elapsedMillis)), element("td", { className: "number" }, duration(target.rehearsedMillis)),
    element("td", {}, pill(target.outcome.word))], target.outcome)));
}

/** The first thing to read when something went wrong: who, where, waiting for what. */
function leftBehind() {
  const order = ["running", "abandoned", "failed", "timed-out", "skipped", "not-begun"];
  const bad = report.cleanups.filter((c) => c.outcome.word !== "completed")
    .sort((a, b) => order.indexOf(a.outcome.word) - order.indexOf(b.outcome.word));
  if (!bad.length) return;
  byId("left-section").hidden = false;
  bad.slice(0, 12).forEach((c) => byId("left").append(element("div", { className: "bad", style: { borderColor: colour(c.outcome.word) } },
    element("b", {}, c.name), " " + plain(c.outcome.word) + (isIdle(c.outcome) ? "" : " after " + duration(c.outcome.elapsedMillis) + " of " + duration(c.allottedMillis)),
    element("div", {}, element("code", {}, trouble(c.outcome) || "")),
    c.outcome.sample ? element("div", { className: "where" }, waiting(c.outcome.sample)) : null)));
  if (bad.length > 12) byId("left").append(element("p", { className: "hint" }, "and " + (bad.length - 12) + " more in the table below"));
}

function findings() {
  const tone = { info: "skipped", warning: "timed-out", error: "failed" };
  byId("findings-section").hidden = !report.findings.length;
  report.findings.forEach((f) => byId("findings").append(element("li", { style: { borderColor: colour(tone[f.severity]) } },
    element("b", {}, f.severity), " ", element("code", {}, f.id), element("div", {}, f.message), f.advice ? element("p", {}, "→ " + f.advice) : null)));
}
