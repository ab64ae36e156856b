// Live maps, only on pages that have one. Everything shown here also stands in a list on the page.
import * as L from "leaflet";
import type { Feature } from "geojson";

/**
 * `<div class="wijkwerk-live-map" data-map data-shapes="/…geojson" data-tiles="…" data-attribution="…" hidden>`.
 * data-closer and data-further name the buttons that zoom.
 * With data-pick the map sets the form's latitude and longitude fields where someone clicks or ends with Enter.
 * The element starts hidden: without this script the drawn picture above it does the work.
 */
async function show(element: HTMLElement): Promise<void> {
  element.hidden = false;
  const map = L.map(element, { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, zoomControl: false });
  const { tiles, attribution, shapes, latitude, longitude, zoom, closer, further } = element.dataset;
  L.control.zoom({ zoomInTitle: closer ?? "+", zoomOutTitle: further ?? "−" }).addTo(map);
  map.attributionControl.setPrefix(false);
  if (tiles) L.tileLayer(tiles, { attribution: attribution ?? "", maxZoom: 19 }).addTo(map);
  map.setView([Number(latitude ?? 52.25), Number(longitude ?? 6.16)], Number(zoom ?? 13));
  if (shapes) await draw(map, shapes, !latitude, !("pick" in element.dataset));
  if ("pick" in element.dataset) pick(map, element);
}

async function draw(map: L.Map, address: string, fit: boolean, interactive: boolean): Promise<void> {
  const answer = await fetch(address, { headers: { Accept: "application/geo+json, application/json" } });
  if (!answer.ok) return;
  const layer = L.geoJSON(await answer.json(), {
    interactive,
    style: { className: "wijkwerk-live-map__area", weight: 2 },
    pointToLayer: (_feature, place) => L.circleMarker(place, { radius: 8, weight: 2, className: "wijkwerk-live-map__mark" }),
    onEachFeature: (feature, shape) => interactive && describe(feature, shape),
  }).addTo(map);
  const bounds = layer.getBounds();
  if (fit && bounds.isValid()) map.fitBounds(bounds, { padding: [12, 12], animate: false });
}

function describe(feature: Feature, shape: L.Layer): void {
  const { name, url } = (feature.properties ?? {}) as { name?: string; url?: string };
  if (!name) return;
  const text = document.createElement(url ? "a" : "span");
  text.textContent = name;
  if (url && text instanceof HTMLAnchorElement) text.href = url;
  shape.bindPopup(text);
}

function pick(map: L.Map, element: HTMLElement): void {
  const form = element.closest("form");
  const field = (name: string): HTMLInputElement | null => form?.querySelector(`[name="${name}"]`) ?? null;
  const pin = L.circleMarker(map.getCenter(), { radius: 10, weight: 3, className: "wijkwerk-live-map__pin" });
  const put = (place: L.LatLng): void => {
    pin.setLatLng(place).addTo(map);
    const [north, east] = [field("latitude"), field("longitude")];
    if (north) north.value = place.lat.toFixed(6);
    if (east) east.value = place.lng.toFixed(6);
  };
  map.on("click", ({ latlng }) => put(latlng));
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== element) return;
    event.preventDefault();
    put(map.getCenter());
  });
  const [north, east] = [field("latitude")?.value, field("longitude")?.value];
  if (north && east) put(L.latLng(Number(north), Number(east)));
}

for (const element of document.querySelectorAll<HTMLElement>("[data-map]")) void show(element);
