
const costs = [given.wholeExit, ...given.cleanups];
let chosen = 0;

const right = (text) => element("td", { className: "number" }, text);
const spreadCells = (spread) => [right(String(spread.runs)), ...[spread.p50Millis, spread.p95Millis, spread.p99Millis, spread.maxMillis].map((millis) => right(spread.runs ? duration(millis) : "–"))];
const isGood = (word) => word === "completed" || word === "clean";
const short = (moment) => moment.slice(0, 16).replace("T", " ");

function headings(...names) {
  return element("thead", {}, element("tr", {}, ...names.map((name) => element("th", { className: name.startsWith("#") ? "number" : "" }, name.replace("#", "")))));
}

/** What did not complete, each word in its colour. */
function troubles(cost) {
  const bad = Object.entries(cost.outcomes).filter(([word]) => !isGood(word));
  return element("td", {}, ...bad.map(([word, count]) => element("span", { className: "pill", style: { color: colour(word === "not-clean" ? "failed" : word), marginRight: "6px" } }, count + " " + plain(word))));
}

function header() {
  const fine = given.clean === given.exits;
  byId("mark").textContent = fine ? "✓" : "✗";
  byId("mark").style.background = fine ? colour("completed") : colour("failed");
  byId("sentence").textContent = given.exits + (given.exits === 1 ? " exit, " : " exits, ") + given.clean + " clean";
  byId("facts").textContent = short(given.from) + " to " + short(given.to) + " UTC · " + (given.versions.length === 1 ? "version " : "versions ") + given.versions.join(", ");
  const whole = given.wholeExit;
  card("Half of the exits take at most", duration(whole.p50Millis), "p50 of the whole exit");
  card("Nearly all take at most", duration(whole.p95Millis), "p95; p99 " + duration(whole.p99Millis));
  card("The longest took", duration(whole.maxMillis), given.overrun ? given.overrun + " beyond the grace period" : "none beyond its grace period");
  if (given.cleanups.length) card("Costs most", given.cleanups[0].name, duration(given.cleanups[0].totalMillis) + " in all");
  card("Cleanups", String(given.cleanups.length), given.cleanups.filter((cost) => Object.keys(cost.outcomes).some((word) => !isGood(word))).length + " did not always complete");
}

function costTable() {
  const body = element("tbody");
  const rows = costs.map((cost, index) => {
    const button = element("button", { type: "button", className: "link" }, cost.name);
    const share = cost.critical ? Math.round((cost.critical * 100) / cost.runs) + " %" : "";
    const row = element("tr", { className: "more" }, element("td", { className: "name" }, button), ...spreadCells(cost), right(index ? duration(cost.totalMillis) : ""), right(share), troubles(cost));
    row.addEventListener("click", () => {
      choose(index);
      show();
    });
    body.append(row);
    return row;
  });
  byId("costs").append(headings("cleanup", "#runs", "#p50", "#p95", "#p99", "#max", "#in all", "#critical", "did not complete"), body);
  return rows;
}

function versionTable(cost) {
  byId("versions-section").hidden = cost.versions.length < 2;
  const body = element("tbody");
  cost.versions.forEach((spread) => body.append(element("tr", {}, element("td", { className: "name" }, spread.version), ...spreadCells(spread))));
  byId("versions").replaceChildren(headings("version", "#runs", "#p50", "#p95", "#p99", "#max"), body);
}

function outlierTable() {
  const all = given.cleanups.flatMap((cost) => cost.outliers.map((run) => ({ cost, run }))).sort((a, b) => b.run.elapsedMillis - a.run.elapsedMillis).slice(0, 40);
  byId("outliers-section").hidden = !all.length;
  const body = element("tbody");
  all.forEach(({ cost, run }) => body.append(element("tr", {}, element("td", { className: "name" }, cost.name), right(duration(run.elapsedMillis)), right(duration(cost.p50Millis)),
    element("td", {}, element("span", { className: "pill", style: { color: colour(run.outcome) } }, plain(run.outcome))), element("td", {}, short(run.at)), element("td", {}, run.version), element("td", {}, run.host), element("td", {}, run.source))));
  byId("outliers").append(headings("cleanup", "#took", "#usually", "outcome", "at (UTC)", "version", "host", "report"), body);
}

function drawTrend(cost) {
  const holder = byId("trend");
  holder.style.height = "260px";
  const chart = echarts.init(holder);
  const soft = colour("soft");
  const line = (name, member, tone) => ({
    name, type: "line", connectNulls: true, symbolSize: 7, lineStyle: { color: tone, width: 2 }, itemStyle: { color: tone },
    data: cost.trend.map((slice) => (slice.runs ? slice[member] : null)),
  });
  chart.setOption({
    animation: false,
    aria: { enabled: true, label: { description: "Trend of " + cost.name } },
    grid: { left: 74, right: 24, top: 34, bottom: 30 },
    legend: { top: 0, right: 24, textStyle: { color: soft } },
    tooltip: {
      trigger: "axis", confine: true, backgroundColor: colour("card"), borderColor: colour("line"), textStyle: { color: colour("ink") },
      formatter: (points) => {
        const slice = cost.trend[points[0].dataIndex];
        return tip(short(slice.from) + " UTC", [(slice.runs === 1 ? "1 run" : slice.runs + " runs"), ...(slice.runs ? ["p50 " + duration(slice.p50Millis), "p95 " + duration(slice.p95Millis), "max " + duration(slice.maxMillis)] : [])]);
      },
    },
    xAxis: { type: "category", data: cost.trend.map((slice) => short(slice.from).slice(5)), axisLabel: { color: soft, hideOverlap: true }, axisLine: { lineStyle: { color: colour("line") } }, axisTick: { show: false } },
    yAxis: { type: "value", min: 0, axisLabel: { color: soft, formatter: (millis) => (millis ? duration(millis) : "0") }, splitLine: { lineStyle: { color: colour("line") } } },
    series: [line("p50", "p50Millis", colour("accent")), line("p95", "p95Millis", colour("timed-out")), line("max", "maxMillis", colour("failed"))],
  });
  return chart;
}

let charts = [];
function show() {
  charts.forEach((chart) => chart.dispose());
  charts = [drawHeatMap(byId("map"), given.maps[chosen]), drawTrend(costs[chosen])];
  return [];
}

function choose(index) {
  chosen = index;
  rows.forEach((row, at) => row.classList.toggle("chosen", at === index));
  byId("chosen").textContent = costs[index].name;
  byId("chosen-too").textContent = costs[index].name;
  versionTable(costs[index]);
}

header();
const rows = costTable();
outlierTable();
choose(0);
redrawn(show);
byId("footer").textContent = "Lastcall fleet report, version " + given.lastcallFleet + ". Charts: Apache ECharts, Apache License 2.0.";
