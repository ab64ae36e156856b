// Bundles styles and scripts into the foundation's static files. Run through build_assets.py (`make assets`).
import { readFile, mkdir, writeFile, copyFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import * as esbuild from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.resolve(here, "../src/wijkwerk/foundation/static/wijkwerk");
const modules = path.join(here, "node_modules");
const target = ["chrome111", "firefox113", "safari16.4"];

const bundle = (options) =>
  esbuild.build({ bundle: true, minify: true, write: true, logLevel: "warning", legalComments: "none", target, ...options });

/** The custom properties a style sheet reads. */
const tokensRead = (css) => new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]));

/**
 * The voorbeeld theme, brought down to the tokens that our components reach, directly or through another token,
 * under its own class and under that of the Wijkwerk theme, which only changes a few basic values.
 */
async function theme(css) {
  const source = await readFile(path.join(modules, "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"), "utf8");
  const values = new Map([...source.matchAll(/^\s*(--[\w-]+):\s*(.+?);/gm)].map((match) => [match[1], match[2]]));
  const used = new Set();
  const reach = (name) => {
    if (used.has(name) || !values.has(name)) return;
    used.add(name);
    tokensRead(values.get(name)).forEach(reach);
  };
  tokensRead(css).forEach(reach);
  // The basic tokens stay whole, so that a theme made of basic tokens alone can steer everything.
  const lines = [...values].filter(([name]) => used.has(name)).map(([name, value]) => `${name}:${value}`);
  return `.voorbeeld-theme,.wijkwerk-theme{${lines.join(";")}}`;
}

async function styles() {
  const { outputFiles } = await bundle({
    entryPoints: [path.join(here, "src/styles/wijkwerk.css")],
    outfile: path.join(out, "wijkwerk.css"),
    external: ["./fonts/*"],
    write: false,
  });
  const own = outputFiles[0].text;
  const { code } = await esbuild.transform((await theme(own)) + own, { loader: "css", minify: true, target });
  const notice = "/*! EUPL-1.2. Utrecht components (c) Frameless B.V., Gemeente Utrecht; voorbeeld tokens (c) NL Design System Community */\n";
  await writeFile(path.join(out, "wijkwerk.css"), notice + code);
}

async function fonts() {
  await mkdir(path.join(out, "fonts"), { recursive: true });
  const from = path.join(modules, "@fontsource-variable/noto-sans");
  for (const subset of ["latin", "latin-ext", "cyrillic", "greek"]) {
    const name = `noto-sans-${subset}-wght-normal.woff2`;
    await copyFile(path.join(from, "files", name), path.join(out, "fonts", name));
  }
  await copyFile(path.join(from, "LICENSE"), path.join(out, "fonts", "LICENSE"));
}

await mkdir(out, { recursive: true });
await Promise.all([
  styles(),
  fonts(),
  copyFile(path.join(here, "src/icon.svg"), path.join(out, "icon.svg")),
  bundle({ entryPoints: [path.join(here, "src/scripts/wijkwerk.ts")], outfile: path.join(out, "wijkwerk.js"), format: "iife" }),
  bundle({ entryPoints: [path.join(here, "src/scripts/map.ts")], outfile: path.join(out, "map.js"), format: "iife" }),
  bundle({ entryPoints: [path.join(here, "src/styles/map-page.css")], outfile: path.join(out, "map.css"), loader: { ".png": "dataurl" } }),
]);
