
/** Draws who waited for whom, in the layers that were worked out when the page was made. */
function drawGraph() {
  const rows = report.cleanups;
  if (!rows.some((row) => row.after.length)) return null;
  byId("graph-section").hidden = false;
  const layers = 1 + Math.max(...layout.map((place) => place[0]));
  const widest = 2 * Math.max(...layout.map((place) => Math.abs(place[1]))) + 1;
  const small = rows.length > 40 || layers > 9;
  const holder = byId("graph");
  const height = Math.round(Math.max(150, Math.min(760, widest * (small ? 40 : 84) + 30)));
  holder.style.height = height + "px";
  const chart = echarts.init(holder);
  const ink = colour("ink");
  const inner = { x: holder.clientWidth - (small ? 100 : 190), y: height - 94 };
  const place = ([layer, row]) => ({
    x: layers === 1 ? inner.x / 2 : (layer / (layers - 1)) * inner.x,
    y: inner.y / 2 + (widest === 1 ? 0 : (row / (widest - 1)) * inner.y),
  });
  const indexOf = new Map(rows.map((row, index) => [row.name, index]));
  const follows = new Set(report.criticalPath.slice(1).map((name, index) => report.criticalPath[index] + "\n" + name));

  /** Bends an edge, more if it passes over nodes, but never out of the picture. */
  const bend = (from, to) => {
    const a = place(from);
    const b = place(to);
    return Math.min(0.14, (to[0] - from[0] > 1 ? 62 : 26) / Math.hypot(b.x - a.x, b.y - a.y));
  };

  const nodes = rows.map((row, index) => ({
    // The index is the identity: names come from outside.
    id: String(index), name: row.name, ...place(layout[index]), fixed: true,
    symbol: "circle", symbolSize: small ? 13 : 22,
    itemStyle: { color: colour(row.outcome.word), borderColor: row.critical ? colour("accent") : colour("card"), borderWidth: small ? 1.5 : 2.5 },
    label: {
      show: !small || row.outcome.word !== "completed", position: "bottom", distance: 4, align: "center", color: ink, fontSize: small ? 11 : 12.5, lineHeight: 16,
      formatter: () => "{name|" + safe(row.name.length > 24 ? row.name.slice(0, 23) + "…" : row.name) + "}\n{note|"
        + (row.outcome.word === "completed" ? "" : plain(row.outcome.word) + " ") + (isIdle(row.outcome) ? "" : duration(row.outcome.elapsedMillis)) + "}",
      rich: { name: { align: "center", color: ink, fontWeight: row.critical ? 700 : 400 }, note: { align: "center", color: row.outcome.word === "completed" ? colour("soft") : colour(row.outcome.word), fontSize: 11.5 } },
    },
  }));
  const edges = rows.flatMap((row, to) => row.after.filter((name) => indexOf.has(name)).map((name) => {
    const critical = follows.has(name + "\n" + row.name);
    return {
      source: String(indexOf.get(name)), target: String(to),
      lineStyle: { color: critical ? colour("accent") : colour("soft"), width: critical ? 2.6 : 1, opacity: critical ? 0.95 : small ? 0.35 : 0.6, curveness: small ? 0 : bend(layout[indexOf.get(name)], layout[to]) },
    };
  }));

  chart.setOption({
    animation: false,
    aria: { enabled: true, label: { description: "Order of " + rows.length + " cleanups" } },
    tooltip: {
      confine: true, backgroundColor: colour("card"), borderColor: colour("line"), textStyle: { color: ink },
      formatter: (at) => at.dataType === "node" ? cleanupTip(rows[at.dataIndex]) : tip(rows[+at.data.source].name + " → " + rows[+at.data.target].name, []),
    },
    series: [{
      type: "graph", layout: "none", data: nodes, edges, roam: small ? true : "move", scaleLimit: { min: 0.6, max: 8 },
      left: small ? 40 : 95, top: 34, width: inner.x, height: inner.y,
      edgeSymbol: ["none", "arrow"], edgeSymbolSize: small ? 5 : 8,
      emphasis: { focus: "adjacency", label: { show: true } },
    }],
  });
  return chart;
}
