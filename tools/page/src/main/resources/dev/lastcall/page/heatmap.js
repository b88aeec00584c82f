
/** A latency in three digits that matter, down to nanoseconds. */
function latency(nanos) {
  const digits = (value) => String(+(value < 9.995 ? value.toFixed(2) : value < 99.95 ? value.toFixed(1) : value.toFixed(0)));
  if (nanos < 999.5) return digits(nanos) + " ns";
  if (nanos < 999500) return digits(nanos / 1e3) + " µs";
  return duration(nanos / 1e6);
}

/** A moment in UTC, no finer than the columns are wide. */
function moment(millis, columnMillis, spanMillis) {
  const text = new Date(millis).toISOString();
  const day = spanMillis > 86400000 ? text.slice(5, 10) + " " : "";
  if (columnMillis < 1000) return day + text.slice(11, 23);
  return day + text.slice(11, columnMillis < 60000 ? 19 : 16);
}

/** Draws time × latency → count with a logarithmic colour, so that one slow call is seen beside a thousand fast ones. */
function drawHeatMap(holder, map) {
  const rowPixels = Math.max(9, Math.min(22, 300 / map.rows));
  holder.style.height = Math.round(rowPixels * map.rows + 92) + "px";
  const chart = echarts.init(holder);
  const ink = colour("ink");
  const soft = colour("soft");
  const most = Math.max(2, ...map.cells.map((cell) => cell[2]));
  const floor = (row) => 2 ** ((map.lowestRow + row) / map.rowsPerDoubling);
  const at = (column) => map.fromMillis + column * map.columnMillis;
  const span = map.columns * map.columnMillis;
  const all = (count) => Array.from({ length: count }, (_, index) => index);
  chart.setOption({
    animation: false,
    aria: { enabled: true, label: { description: "Heat map of " + map.name + ": time from left to right, latency upwards, colour the count" } },
    grid: { left: 74, right: 24, top: 14, bottom: 74 },
    tooltip: {
      confine: true, backgroundColor: colour("card"), borderColor: colour("line"), textStyle: { color: ink },
      formatter: ({ value: [column, row, count] }) => tip(count === 1 ? "1 run" : count + " runs", [
        latency(floor(row)) + " to " + latency(floor(row + 1)), moment(at(column), map.columnMillis, span) + " to " + moment(at(column + 1), map.columnMillis, span) + " UTC"]),
    },
    xAxis: {
      type: "category", data: all(map.columns), axisTick: { show: false }, axisLine: { lineStyle: { color: colour("line") } },
      axisLabel: { color: soft, hideOverlap: true, formatter: (column) => moment(at(+column), map.columnMillis, span) },
    },
    yAxis: {
      type: "category", data: all(map.rows), axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { color: soft, hideOverlap: true, formatter: (row) => latency(floor(+row)) },
    },
    visualMap: {
      type: "continuous", dimension: 3, min: 0, max: Math.log10(most), calculable: true, orient: "horizontal", left: 74, bottom: 4, itemHeight: 130, itemWidth: 12,
      textStyle: { color: soft }, formatter: (power) => String(Math.round(10 ** power)), inRange: { color: [0, 1, 2, 3, 4].map((step) => colour("heat-" + step)) },
    },
    dataZoom: [{ type: "inside", xAxisIndex: 0, filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false }],
    series: [{
      type: "heatmap", progressive: 0, data: map.cells.map(([column, row, count]) => [column, row, count, Math.log10(count)]),
      itemStyle: { borderColor: colour("card"), borderWidth: map.columns > 120 ? 0 : 1 }, emphasis: { itemStyle: { borderColor: ink, borderWidth: 1 } },
    }],
  });
  return chart;
}
