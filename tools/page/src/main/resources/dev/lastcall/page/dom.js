"use strict";
// Everything that others wrote (names, messages, frames) is put into the page as text nodes only.
const given = JSON.parse(document.getElementById("data").textContent);
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

/** A name inside a label of the chart library, where braces would begin a style. */
const safe = (name) => name.replace(/[{}|]/g, "¦");

function tip(title, lines) {
  return element("div", { className: "tip" }, element("b", {}, title), ...lines.filter(Boolean).map((line) => element("div", {}, line)));
}

/** How many half-width cells a text takes, as an estimate for its width. */
function cells(text) {
  return [...text].reduce((sum, c) => sum + (c.codePointAt(0) > 0x2e7f ? 1.7 : 1), 0);
}

function card(title, value, note) {
  byId("cards").append(element("div", { className: "card" }, element("small", {}, title), element("strong", {}, value), element("span", {}, note)));
}

/** Draws now, and again when the window has another size; other colours need a new page. */
function redrawn(draw) {
  let charts = draw();
  let later;
  window.addEventListener("resize", () => {
    clearTimeout(later);
    later = setTimeout(() => {
      charts.forEach((chart) => chart && chart.dispose());
      charts = draw();
    }, 120);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
}
