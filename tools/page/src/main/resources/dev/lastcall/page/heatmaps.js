
function drawAll() {
  return given.maps.map((map, index) => drawHeatMap(byId("map-" + index), map));
}

byId("sentence").textContent = given.title;
byId("facts").textContent = given.facts;
given.maps.forEach((map, index) => {
  const runs = map.cells.reduce((sum, cell) => sum + cell[2], 0);
  byId("maps").append(element("section", {}, element("h2", {}, map.name), element("p", { className: "hint" }, (runs === 1 ? "1 run" : runs + " runs") + ". Time from left to right, latency upwards, colour the count, logarithmic."), element("div", { id: "map-" + index, className: "chart" })));
});
byId("footer").textContent = "Lastcall. Charts: Apache ECharts, Apache License 2.0.";
redrawn(drawAll);
