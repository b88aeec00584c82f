
/** Draws the timeline: a row for the phases, then a row for each cleanup. */
function drawTimeline() {
  const rows = report.cleanups;
  const rowPixels = Math.max(3.4, Math.min(30, 760 / (rows.length + 1)));
  const holder = byId("timeline");
  holder.style.height = Math.round(rowPixels * (rows.length + 1) + 74) + "px";
  const chart = echarts.init(holder);
  const dense = rowPixels < 11;
  const shortest = (name) => (name.length > 26 ? name.slice(0, 25) + "…" : name);
  const ink = colour("ink");
  const soft = colour("soft");
  const line = colour("line");
  const left = Math.min(220, 40 + 8 * Math.max(8, ...rows.map((row) => cells(shortest(row.name)))));

  const label = (text, x, y, fill, room, width) => ({
    type: "text", silent: true,
    style: room ? { text, x: x + width + 6, y, fill, verticalAlign: "middle", fontSize: 12 }
      : { text, x: x - 6, y, fill, align: "right", verticalAlign: "middle", fontSize: 12 },
  });

  function bar(params, api) {
    const row = rows[params.dataIndex];
    const [x, y] = api.coord([row.fromBeginMillis, params.dataIndex + 1]);
    const right = api.coord([row.fromBeginMillis + row.outcome.elapsedMillis, params.dataIndex + 1])[0];
    const height = Math.max(2, api.size([0, 1])[1] * 0.62);
    const area = params.coordSys;
    const fill = colour(row.outcome.word);
    const width = Math.max(2, right - x);
    const box = (from, to) => echarts.graphic.clipRectByRect({ x: from, y: y - height / 2, width: to - from, height }, area);
    const children = [];
    if (dense && row.outcome.word !== "completed") {
      const strip = echarts.graphic.clipRectByRect({ x: area.x, y: y - 4, width: area.width, height: 8 }, area);
      if (strip) children.push({ type: "rect", silent: true, shape: strip, style: { fill, opacity: 0.16 } });
    }
    const add = (shape, style) => { if (shape) children.push({ type: "rect", shape: { ...shape, r: Math.min(3, height / 3) }, style }); };
    if (row.outcome.word === "abandoned") {
      add(box(x, area.x + area.width), { fill: "transparent", stroke: fill, lineDash: [3, 3], opacity: 0.6 });
    }
    if (!isIdle(row.outcome)) {
      add(box(x, x + width), { fill, opacity: row.critical || row.outcome.word !== "completed" ? 1 : 0.6 });
    }
    if (row.outcome.word === "timed-out") {
      const due = api.coord([row.fromBeginMillis + row.outcome.timeoutMillis, 0])[0];
      add(box(due, right), { fill: ink, opacity: 0.28 });
    }
    if (height >= 7 && x >= area.x - 1 && x <= area.x + area.width && y > area.y && y < area.y + area.height) {
      const words = row.outcome.word === "completed" ? duration(row.outcome.elapsedMillis)
        : plain(row.outcome.word) + (isIdle(row.outcome) ? "" : " " + duration(row.outcome.elapsedMillis));
      const room = x + width + 110 < area.x + area.width || x - area.x < 120;
      children.push(label(words, x, y, row.outcome.word === "completed" ? soft : fill, room, isIdle(row.outcome) ? 0 : width));
    }
    return { type: "group", children };
  }

  function phaseBar(params, api) {
    const phase = report.phases[params.dataIndex];
    const [x, y] = api.coord([phase.fromBeginMillis, 0]);
    const right = api.coord([phase.fromBeginMillis + phase.elapsedMillis, 0])[0];
    const height = Math.max(4, Math.min(18, api.size([0, 1])[1] * 0.6));
    const shape = echarts.graphic.clipRectByRect({ x, y: y - height / 2, width: Math.max(2, right - x), height }, params.coordSys);
    if (!shape) return null;
    const children = [{ type: "rect", shape: { ...shape, r: 3 }, style: { fill: colour(phase.phase), opacity: 0.85 } }];
    const words = phase.phase + " " + duration(phase.elapsedMillis);
    if (height >= 12 && right - x > 7 * words.length) {
      children.push({ type: "text", silent: true, style: { text: words, x: x + 7, y, fill: "#fff", verticalAlign: "middle", fontSize: 11.5 } });
    }
    return { type: "group", children };
  }

  /** The way from one cleanup of the critical path to the next. */
  function connector(params, api) {
    const [from, to] = links[params.dataIndex];
    const end = rows[from].fromBeginMillis + rows[from].outcome.elapsedMillis;
    const a = api.coord([end, from + 1]);
    const b = api.coord([rows[to].fromBeginMillis, to + 1]);
    const points = [a, [a[0], b[1]], b];
    return { type: "polyline", silent: true, shape: { points }, style: { fill: "none", stroke: colour("accent"), lineWidth: 1.5, opacity: 0.75 } };
  }

  const indexOf = new Map(rows.map((row, index) => [row.name, index]));
  const onPath = report.criticalPath.filter((name) => indexOf.has(name)).map((name) => indexOf.get(name));
  const links = onPath.slice(1).map((to, index) => [onPath[index], to]);
  const inSight = endMillis >= graceMillis;
  const reserve = { phase: "failed", fromBeginMillis: graceMillis - report.flush.reserveMillis, elapsedMillis: report.flush.reserveMillis };
  const limits = inSight ? [{ xAxis: graceMillis }] : [];
  const shaded = report.phases.filter((phase) => phase.phase === "drain" || phase.phase === "flush").concat(inSight ? [reserve] : []);

  /** Which names there is room for: first of what did not complete, then of the critical path, then of others. */
  function legible(pixels) {
    const apart = Math.ceil(15 / pixels);
    const taken = new Set();
    const rank = (row) => (row.outcome.word !== "completed" ? 0 : row.critical ? 1 : 2);
    const order = rows.map((row, index) => index + 1).sort((a, b) => rank(rows[a - 1]) - rank(rows[b - 1]) || a - b);
    for (const index of [0, ...order]) {
      let free = true;
      for (let other = index - apart + 1; other < index + apart; other++) free = free && !taken.has(other);
      if (free) taken.add(index);
    }
    return (index) => taken.has(index);
  }

  chart.setOption({
    animation: false,
    aria: { enabled: true, label: { description: "Timeline of the exit: " + verdict.sentence } },
    grid: { left, right: rows.length > 40 ? 56 : 28, top: 30, bottom: 40 },
    tooltip: {
      trigger: "item", confine: true, backgroundColor: colour("card"), borderColor: line, textStyle: { color: ink },
      formatter: (at) => at.seriesId === "phases"
        ? tip(report.phases[at.dataIndex].phase, [duration(report.phases[at.dataIndex].elapsedMillis) + ", from " + duration(report.phases[at.dataIndex].fromBeginMillis)])
        : cleanupTip(rows[at.dataIndex]),
    },
    xAxis: {
      type: "value", min: 0, max: endMillis, position: "bottom",
      axisLabel: { color: soft, formatter: (value) => (value === 0 ? "0" : value === endMillis ? "" : duration(value)), hideOverlap: true },
      splitLine: { lineStyle: { color: line } }, axisLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: "category", inverse: true, data: ["phases", ...rows.map((row) => row.name)],
      axisTick: { show: false }, axisLine: { show: false },
      axisLabel: {
        interval: dense ? legible(rowPixels) : 0, fontSize: 12.5, width: left - 20, overflow: "truncate",
        formatter: (name, index) => {
          if (index === 0) return "{soft|phases}";
          const row = rows[index - 1];
          const shown = safe(shortest(name));
          return (row.critical ? "{mark|◆} " : "") + "{" + (row.critical ? "critical" : "usual") + "|" + shown + "}";
        },
        rich: { soft: { color: soft }, usual: { color: ink }, critical: { color: ink, fontWeight: 700 }, mark: { color: colour("accent") } },
      },
    },
    dataZoom: [
      { type: "inside", xAxisIndex: 0, filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false },
      ...(rows.length > 40 ? [{ type: "slider", yAxisIndex: 0, filterMode: "none", right: 8, width: 18, showDetail: false, brushSelect: false, borderColor: line, fillerColor: "rgba(127,160,220,.18)" }] : []),
    ],
    series: [
      {
        id: "phases", type: "custom", renderItem: phaseBar, encode: { x: [0, 1], y: 2 }, clip: true,
        data: report.phases.map((phase) => [phase.fromBeginMillis, phase.fromBeginMillis + phase.elapsedMillis, 0]),
        markArea: { silent: true, data: shaded.map((phase) => [
          { xAxis: phase.fromBeginMillis, itemStyle: { color: colour(phase.phase), opacity: 0.07 } },
          { xAxis: phase.fromBeginMillis + phase.elapsedMillis }]) },
        markLine: { silent: true, symbol: "none", data: limits, lineStyle: { color: colour("failed"), type: "solid", width: 1.5 }, label: { formatter: "reserve, then the grace period ends", color: soft, fontSize: 11.5, position: "start", align: "right" } },
      },
      { id: "path", type: "custom", renderItem: connector, data: links.map(() => [0, 0]), z: 1, clip: true },
      {
        id: "cleanups", type: "custom", renderItem: bar, encode: { x: [0, 1], y: 2 }, z: 3,
        data: rows.map((row, index) => [row.fromBeginMillis, row.fromBeginMillis + row.outcome.elapsedMillis, index + 1]),
      },
    ],
  });
  chart.on("datazoom", () => {
    if (!dense) return;
    const zoomed = chart.getOption().dataZoom.find((zoom) => zoom.type === "slider");
    const seen = zoomed ? Math.max(0.5, zoomed.end - zoomed.start) / 100 : 1;
    chart.setOption({ yAxis: { axisLabel: { interval: legible(rowPixels / seen) } } });
  });
  return chart;
}
