// The map: vendored shapes, no tile server, no outside request.
import * as maplibre from "/static/vendor/maplibre-gl.mjs";

maplibre.setWorkerUrl("/static/vendor/maplibre-gl-worker.mjs");
const KM = { 1: 3, 2: 25, 3: 40, 4: 90, 5: 150, 6: 300, 7: 100 }; // what a GED precision can mean
const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
const COLOURS = dark
  ? { sea: "#11181d", land: "#2b2925", line: "#5c574e", mark: "#f0a58f", edge: "#171614", ink: "#ffffff" }
  : { sea: "#cfdde6", land: "#f6f3ea", line: "#a39b8b", mark: "#9c3520", edge: "#ffffff", ink: "#3a120a" };

// A ring that crosses the date line goes on beyond it.
function unrolled(ring) {
  let turn = 0;
  const out = ring.map(([x, y], n) => {
    if (n) {
      const step = x - ring[n - 1][0];
      if (step > 180) turn -= 360;
      else if (step < -180) turn += 360;
    }
    return [x + turn, y];
  });
  return out;
}

// Antarctica's ring runs around the pole, which a flat map cannot close.
function drawable(g) {
  return g.type && g.properties.name !== "Antarctica";
}

function bothSides(polygon) {
  const xs = polygon[0].map(([x]) => x);
  const beyond = Math.max(...xs) > 180 ? -360 : Math.min(...xs) < -180 ? 360 : 0;
  return beyond ? [polygon, polygon.map((ring) => ring.map(([x, y]) => [x + beyond, y]))] : [polygon];
}

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
  const polygon = (part) => part.map((ids) => unrolled(ring(ids)));
  const features = topology.objects.countries.geometries.filter(drawable).map((g) => ({
    type: "Feature",
    properties: { name: g.properties.name },
    geometry: {
      type: "MultiPolygon",
      coordinates: (g.type === "Polygon" ? [g.arcs] : g.arcs).map(polygon).flatMap(bothSides),
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
  map.once("idle", () => { box.dataset.ready = "1"; });
}

function one(map, box) {
  const lon = Number(box.dataset.lon), lat = Number(box.dataset.lat);
  const km = KM[box.dataset.precision] || 25;
  map.addSource("area", { type: "geojson", data: circle(lon, lat, km) });
  map.addLayer({ id: "area", type: "fill", source: "area", paint: { "fill-color": COLOURS.mark, "fill-opacity": 0.3 } });
  map.addLayer({ id: "edge", type: "line", source: "area", paint: { "line-color": COLOURS.mark, "line-width": 2 } });
  map.addSource("middle", { type: "geojson", data: { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [lon, lat] } } });
  map.addLayer({ id: "middle", type: "circle", source: "middle", paint: { "circle-color": COLOURS.mark, "circle-radius": 4, "circle-stroke-color": COLOURS.edge, "circle-stroke-width": 1 } });
  // Far enough away for borders and coasts to tell where it is.
  map.jumpTo({ center: [lon, lat], zoom: Math.min(4.6, Math.max(2, 7 - Math.log2(km / 10))) });
}

// A number as an image, since glyphs would have to be fetched from somewhere.
function numeral(map, n) {
  const name = `n${n}`;
  if (map.hasImage(name)) return name;
  const words = n < 1000 ? String(n) : `${(n / 1000).toFixed(n < 10000 ? 1 : 0)}k`;
  const canvas = document.createElement("canvas");
  canvas.width = 80; canvas.height = 32;
  const pen = canvas.getContext("2d");
  pen.font = "600 24px system-ui, sans-serif";
  pen.textAlign = "center"; pen.textBaseline = "middle";
  pen.lineWidth = 5; pen.strokeStyle = COLOURS.edge; pen.fillStyle = COLOURS.ink;
  pen.strokeText(words, 40, 17);
  pen.fillText(words, 40, 17);
  map.addImage(name, pen.getImageData(0, 0, 80, 32), { pixelRatio: 2 });
  return name;
}

function filterOf() {
  const filter = document.querySelector("[data-filter]");
  return new URLSearchParams(filter ? filter.dataset.filter : location.search);
}

function addressOf(bounds) {
  const address = filterOf();
  address.set("box", bounds);
  address.delete("page");
  return `/?${address}`;
}

function told(at, map) {
  const body = document.createElement("div");
  const link = document.createElement("a");
  link.href = at.n === 1 ? `/incidents/${encodeURIComponent(at.id)}` : addressOf(at.box);
  link.textContent = at.n === 1 ? at.title : `${at.n.toLocaleString("en")} incidents${at.place ? ` in ${at.place}` : ""}`;
  body.append(link);
  if (at.killed != null) {
    body.append(document.createElement("br"), `${at.killed.toLocaleString("en")} killed by the best figures`);
  }
  if (at.n > 1 && !at.place) {
    const nearer = document.createElement("button");
    nearer.type = "button"; nearer.className = "plain"; nearer.textContent = "zoom in";
    nearer.addEventListener("click", () => {
      const [west, south, east, north] = at.box.split(",").map(Number);
      map.fitBounds([[west, south], [east, north]], { padding: 60, maxZoom: 12 });
    });
    body.append(document.createElement("br"), nearer);
  }
  return body;
}

async function many(map, box) {
  map.addSource("points", { type: "geojson", data: empty });
  map.addLayer({
    id: "points", type: "circle", source: "points",
    paint: {
      "circle-color": COLOURS.mark, "circle-opacity": 0.7,
      "circle-stroke-color": COLOURS.edge, "circle-stroke-width": 1,
      "circle-radius": ["interpolate", ["linear"], ["log2", ["get", "n"]], 0, 6, 3, 11, 7, 17, 14, 28],
    },
  });
  map.addLayer({
    id: "numbers", type: "symbol", source: "points", filter: [">", ["get", "n"], 1],
    layout: { "icon-image": ["get", "icon"], "icon-allow-overlap": true, "symbol-sort-key": ["get", "n"] },
  });
  let asked = 0;
  const show = async (everything) => {
    const number = ++asked, address = filterOf();
    if (!everything) {
      const b = map.getBounds();
      const inside = (n, most) => Math.max(-most, Math.min(most, n)).toFixed(4);
      address.set("zoom", Math.max(0, Math.round(map.getZoom())));
      address.set("frame", [inside(b.getWest(), 180), inside(b.getSouth(), 85), inside(b.getEast(), 180), inside(b.getNorth(), 85)].join(","));
    }
    const response = await fetch(`${box.dataset.points}?${address}`);
    const data = await response.json();
    if (number !== asked) return null; // a later look came first
    for (const f of data.features) f.properties.icon = numeral(map, f.properties.n);
    map.getSource("points").setData(data);
    box.dataset.count = data.features.length;
    return data.features;
  };
  const fit = async () => {
    const features = await show(true);
    if (!features || !features.length) return;
    const bounds = new maplibre.LngLatBounds();
    for (const f of features) {
      const [west, south, east, north] = f.properties.box.split(",").map(Number);
      bounds.extend([west, south]); bounds.extend([east, north]);
    }
    map.fitBounds(bounds, { padding: 50, maxZoom: 6, animate: false });
    await show(false);
  };
  await fit();
  map.on("moveend", () => show(false));
  map.on("click", "points", (event) => {
    const feature = event.features[0];
    new maplibre.Popup().setLngLat(feature.geometry.coordinates)
      .setDOMContent(told(feature.properties, map)).addTo(map);
  });
  map.on("mouseenter", "points", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "points", () => { map.getCanvas().style.cursor = ""; });
  const results = document.getElementById("results");
  if (results) new MutationObserver(() => fit()).observe(results, { childList: true });
  const framing = document.getElementById("frame");
  if (framing) {
    framing.hidden = false;
    framing.addEventListener("click", () => {
      const b = map.getBounds();
      const inside = (n, most) => Math.max(-most, Math.min(most, n)).toFixed(3);
      location.assign(addressOf([inside(b.getWest(), 180), inside(b.getSouth(), 90), inside(b.getEast(), 180), inside(b.getNorth(), 90)].join(",")));
    });
  }
}

const box = document.getElementById("map");
if (box) start(box).catch(() => { box.textContent = "The map cannot be drawn here; the table lists the same incidents."; });
