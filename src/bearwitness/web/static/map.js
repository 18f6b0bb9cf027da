// The map: vendored shapes, no tile server, no outside request.
import * as maplibre from "/static/vendor/maplibre-gl.mjs";

maplibre.setWorkerUrl("/static/vendor/maplibre-gl-worker.mjs");
const KM = { 1: 3, 2: 25, 3: 40, 4: 90, 5: 150, 6: 300, 7: 100 }; // what a GED precision can mean
const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
const COLOURS = dark
  ? { sea: "#11181d", land: "#2b2925", line: "#5c574e", mark: "#f0a58f", edge: "#171614" }
  : { sea: "#cfdde6", land: "#f6f3ea", line: "#a39b8b", mark: "#9c3520", edge: "#ffffff" };

// TopoJSON (world-atlas) to GeoJSON: arcs are delta-coded on a grid and shared by neighbours.
function countries(topology) {
  const [kx, ky] = topology.transform.scale;
  const [dx, dy] = topology.transform.translate;
  const arcs = topology.arcs.map((arc) => {
    let x = 0, y = 0;
    return arc.map(([a, b]) => { x += a; y += b; return [x * kx + dx, y * ky + dy]; });
  });
  const ring = (ids) => ids.flatMap((id, n) => {
    const points = id < 0 ? arcs[~id].slice().reverse() : arcs[id];
    return n ? points.slice(1) : points;
  });
  const polygon = (part) => part.map(ring);
  const features = topology.objects.countries.geometries.filter((g) => g.type).map((g) => ({
    type: "Feature",
    properties: { name: g.properties.name },
    geometry: {
      type: "MultiPolygon",
      coordinates: g.type === "Polygon" ? [polygon(g.arcs)] : g.arcs.map(polygon),
    },
  }));
  return { type: "FeatureCollection", features };
}

function circle(lon, lat, km) {
  const points = [];
  for (let i = 0; i <= 64; i++) {
    const a = (i / 64) * 2 * Math.PI;
    points.push([
      lon + (km / (111.32 * Math.cos((lat * Math.PI) / 180) || 1)) * Math.cos(a),
      lat + (km / 110.57) * Math.sin(a),
    ]);
  }
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [points] } };
}

const empty = { type: "FeatureCollection", features: [] };

function style() {
  return {
    version: 8,
    sources: { land: { type: "geojson", data: empty } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": COLOURS.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": COLOURS.land } },
      { id: "lines", type: "line", source: "land", paint: { "line-color": COLOURS.line, "line-width": 0.8 } },
    ],
  };
}

async function start(box) {
  const map = new maplibre.Map({
    container: box, style: style(), center: [20, 20], zoom: 1, attributionControl: false,
    dragRotate: false, pitchWithRotate: false, renderWorldCopies: false,
  });
  map.addControl(new maplibre.NavigationControl({ showCompass: false }));
  const shapes = fetch("/static/vendor/countries-50m.json").then((r) => r.json());
  await map.once("load");
  map.getSource("land").setData(countries(await shapes));
  if (box.dataset.lon) one(map, box);
  else await many(map, box);
  box.dataset.ready = "1";
}

function one(map, box) {
  const lon = Number(box.dataset.lon), lat = Number(box.dataset.lat);
  const km = KM[box.dataset.precision] || 25;
  map.addSource("area", { type: "geojson", data: circle(lon, lat, km) });
  map.addLayer({ id: "area", type: "fill", source: "area", paint: { "fill-color": COLOURS.mark, "fill-opacity": 0.3 } });
  map.addLayer({ id: "edge", type: "line", source: "area", paint: { "line-color": COLOURS.mark, "line-width": 2 } });
  map.jumpTo({ center: [lon, lat], zoom: Math.max(2, 7 - Math.log2(km / 10)) });
}

async function many(map, box) {
  map.addSource("points", { type: "geojson", data: empty });
  map.addLayer({
    id: "points", type: "circle", source: "points",
    paint: {
      "circle-color": COLOURS.mark, "circle-opacity": 0.65,
      "circle-stroke-color": COLOURS.edge, "circle-stroke-width": 1,
      "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "n"]], 1, 5, 30, 22],
    },
  });
  const show = async (fit) => {
    const filter = document.querySelector("[data-filter]");
    const response = await fetch(`${box.dataset.points}?${filter ? filter.dataset.filter : ""}`);
    const data = await response.json();
    map.getSource("points").setData(data);
    box.dataset.count = data.features.length;
    if (!fit || !data.features.length) return;
    const bounds = new maplibre.LngLatBounds();
    for (const f of data.features) bounds.extend(f.geometry.coordinates);
    map.fitBounds(bounds, { padding: 50, maxZoom: 6, animate: false });
  };
  await show(true);
  map.on("click", "points", (event) => {
    const feature = event.features[0], at = feature.properties;
    const body = document.createElement("div");
    const link = document.createElement("a");
    const address = new URLSearchParams(location.search);
    const [lon, lat] = feature.geometry.coordinates;
    address.set("box", [lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01].map((n) => n.toFixed(3)).join(","));
    address.delete("page");
    link.href = at.n === 1 ? `/incidents/${encodeURIComponent(at.id)}` : `/?${address}`;
    link.textContent = at.n === 1 ? at.title : `${at.n} incidents in ${at.place || "this place"}`;
    body.append(link);
    if (at.killed != null) body.append(document.createElement("br"), `${at.killed} killed by the best figures`);
    new maplibre.Popup().setLngLat([lon, lat]).setDOMContent(body).addTo(map);
  });
  map.on("mouseenter", "points", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "points", () => { map.getCanvas().style.cursor = ""; });
  const results = document.getElementById("results");
  if (results) new MutationObserver(() => show(false)).observe(results, { childList: true });
}

const box = document.getElementById("map");
if (box) start(box).catch(() => { box.textContent = "The map cannot be drawn here; the table lists the same incidents."; });
