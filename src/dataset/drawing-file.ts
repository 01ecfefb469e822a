/** A drawing of a page as a file of its own, for print and for programs that draw: with its ground, its key, and what it shows and whose it is. */
import { formatDay } from "../model/dates.ts";
import type { Site } from "../model/site.ts";
import type { Urls } from "../site/urls.ts";
import { textWidth } from "../timeline/text-width.ts";
import { classesIn, styleOfDrawing } from "./drawing-style.ts";

export interface Drawing {
  /** What the components of the page print: the drawing, in one or two widths, and the list that is its key. */
  html: string;
  /** Stylesheets of the page, that of the tokens among them. */
  sheets: string;
  /** Whether it ends at a frame; any other may reach beyond its measure by a label. */
  isFramed?: boolean;
  /** Class of what stands around it on the page, where its rules ask for that. */
  within?: string;
  title: string;
  /** What it shows and how it is read, in paragraphs. */
  says: readonly string[];
  /** Address of the page. */
  href: string;
}

const MARGIN = 24;
const LINE = 18;
const MARK = { width: 26, height: 14, gap: 8 };
const BETWEEN = 22;
/** A small drawing leaves room beside it for words of a readable length. */
const LEAST_WIDTH = 440;
/** Where our fonts are not installed, others that are wider stand in for them. */
const WIDEST_FONT = 1.15;

/** What is there for the pointer, or in place of names on small screens. */
const NOT_DRAWN = new Set(["hit", "focus__g", "map__numbers"]);
const DRAWN = /^(?:class|d|x|y|x1|x2|y1|y2|dx|dy|cx|cy|r|rx|ry|width|height|points|transform|text-anchor|fill|stroke)$/;
const ATTRIBUTES = String.raw`((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*`;
const SVG = new RegExp(`<svg${ATTRIBUTES}>([\\s\\S]*?)</svg>`, "g");
const TOKEN = new RegExp(`<(/?)([a-zA-Z]+)${ATTRIBUTES}(/?)>|[^<]+`, "g");

export function formatDrawing({ html, sheets, isFramed = false, within, title, says, href }: Drawing, site: Site, urls: Urls): string {
  const drawing = widest(html);
  const classes = [within, drawing.classes].filter(Boolean).join(" ");
  const room = Math.max(drawing.width, LEAST_WIDTH);
  const width = room + 2 * MARGIN;
  const heading = wrapWords(title, room, 20);
  const key = layoutKey(html, room);
  const paragraphs = says.map((text) => wrapWords(text, room, 13));
  const foot = [
    `${site.title}, record to ${formatDay(site.recordEnds)}. ${urls.absolute(href)}`,
    site.licence ? `Licence: ${site.licence.name}, ${site.licence.url}` : "No licence is stated.",
  ].flatMap((text) => wrapWords(text, room, 12));

  const top = MARGIN + heading.length * 26 + 14;
  const keyTop = top + drawing.height + 24;
  const saysTop = keyTop + key.height + (key.height > 0 ? 12 : 0);
  const footTop = saysTop + paragraphs.reduce((sum, lines) => sum + lines.length * LINE + 6, 0) + 12;
  const height = Math.ceil(footTop + foot.length * 17 + MARGIN - 4);
  let y = saysTop;
  const body = [
    `<rect class="file-ground" width="${width}" height="${height}"/>`,
    ...heading.map((line, i) => textTag("file-title", MARGIN, MARGIN + 18 + i * 26, line)),
    isFramed
      ? `<svg class="${classes}" x="${MARGIN}" y="${top}" width="${drawing.width}" height="${drawing.height}">${drawing.markup}</svg><rect class="file-frame" x="${MARGIN}" y="${top}" width="${drawing.width}" height="${drawing.height}"/>`
      : `<g class="${classes}" transform="translate(${MARGIN} ${top})">${drawing.markup}</g>`,
    ...(key.height > 0 ? [`<g class="key" transform="translate(${MARGIN} ${keyTop})">${key.markup}</g>`] : []),
    ...paragraphs.flatMap((lines) => {
      const tags = lines.map((line, i) => textTag("file-says", MARGIN, y + 12 + i * LINE, line));
      y += lines.length * LINE + 6;
      return tags;
    }),
    `<path class="file-rule" d="M${MARGIN} ${footTop - 6}.5H${width - MARGIN}"/>`,
    ...foot.map((line, i) => textTag("file-foot", MARGIN, footTop + 14 + i * 17, line)),
  ].join("\n");

  const style = styleOfDrawing(sheets, namesIn(body));
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" xml:lang="${site.language}" role="img" aria-labelledby="title desc">
<title id="title">${escapeText(title)}</title>
<desc id="desc">${escapeText([...says, ...foot].join(" "))}</desc>
<style>
${style}</style>
${withoutClasses(body, classesIn(style))}
</svg>
`;
}

interface Part {
  width: number;
  height: number;
  classes: string;
  markup: string;
}

/** The drawing for wide screens, as the page has it. */
function widest(html: string): Part {
  const [first] = [...html.matchAll(SVG)]
    .map(([, attributes = "", markup = ""]) => readPart(attributes, markup))
    .sort((a, b) => b.width - a.width);
  if (!first) throw new Error("formatDrawing: there is no drawing in what was rendered");
  return first;
}

function readPart(attributes: string, markup: string): Part {
  const [, , width = "0", height = "0"] = /viewBox="([^"]*)"/.exec(attributes)?.[1]?.split(" ") ?? [];
  return {
    width: Number(width),
    height: Number(height),
    classes: /class="([^"]*)"/.exec(attributes)?.[1] ?? "",
    markup: toPlainSvg(markup),
  };
}

/** What is drawn and nothing else: no links, no names for readers of pages, no marks for scripts. */
function toPlainSvg(markup: string): string {
  const open: { name: string; isKept: boolean }[] = [];
  let text = "";
  for (const [whole, slash, tag, attributes = "", empty] of markup.replace(/\s+/g, " ").replaceAll("> <", "><").matchAll(TOKEN)) {
    const isInside = open.at(-1)?.isKept ?? true;
    if (tag === undefined) {
      if (isInside) text += whole;
      continue;
    }
    const name = tag === "a" ? "g" : tag;
    if (slash) {
      const closed = open.pop();
      if (closed?.isKept) text += `</${closed.name}>`;
      continue;
    }
    const isKept = isInside && !classesOf(attributes).some((one) => NOT_DRAWN.has(one));
    if (isKept) text += `<${name}${drawnAttributes(attributes)}${empty}>`;
    if (!empty) open.push({ name, isKept });
  }
  return text
    .replace(/<(\w+)([^<>]*)><\/\1>/g, "<$1$2/>")
    .replaceAll("<g/>", "")
    .trim();
}

function drawnAttributes(attributes: string): string {
  return [...attributes.matchAll(/\s([\w:-]+)="([^"]*)"/g)]
    .filter(([, name = ""]) => DRAWN.test(name))
    .map(([, name, value]) => ` ${name}="${value}"`)
    .join("");
}

function classesOf(attributes: string): string[] {
  return /\sclass="([^"]*)"/.exec(attributes)?.[1]?.split(/\s+/) ?? [];
}

function namesIn(markup: string): { classes: Set<string>; elements: Set<string> } {
  return {
    classes: new Set([...markup.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(/\s+/))),
    elements: new Set([...markup.matchAll(/<([a-zA-Z]+)/g)].map(([, name = ""]) => name)),
  };
}

/** Classes that no rule is about are for scripts and tests of the page. */
function withoutClasses(markup: string, styled: ReadonlySet<string>): string {
  return markup.replace(/ class="([^"]*)"/g, (_, names: string) => {
    const kept = names.split(/\s+/).filter((name) => styled.has(name));
    return kept.length > 0 ? ` class="${kept.join(" ")}"` : "";
  });
}

/** The key in lines of as many marks with their words as fit. */
function layoutKey(html: string, width: number): { markup: string; height: number } {
  let [x, y] = [0, 0];
  let markup = "";
  for (const [, attributes = "", item = ""] of html.matchAll(new RegExp(`<li${ATTRIBUTES}>([\\s\\S]*?)</li>`, "g"))) {
    if (classesOf(attributes).includes("key__tall")) continue;
    const [svg] = item.matchAll(SVG);
    const mark = svg && readPart(svg[1] ?? "", svg[2] ?? "");
    const indent = mark ? MARK.width + MARK.gap : 0;
    const lines = wrapWords(unescapeText(item.replace(SVG, "").trim()), width - indent, 13);
    const room = indent + Math.max(...lines.map((line) => widthOf(line, 13)));
    if (x > 0 && x + room > width) [x, y] = [0, y + LINE + 4];
    if (mark) markup += `<g class="${mark.classes}" transform="translate(${Math.round(x)} ${y})">${mark.markup}</g>`;
    markup += lines.map((line, i) => textTag("file-says", Math.round(x + indent), y + 11 + i * LINE, line)).join("");
    if (lines.length > 1) y += (lines.length - 1) * LINE;
    x += room + BETWEEN;
  }
  return { markup, height: markup ? y + MARK.height : 0 };
}

function widthOf(text: string, fontSize: number): number {
  return textWidth(text, fontSize) * WIDEST_FONT;
}

/** Lines no wider than there is room; an address that is wider by itself goes on after a slash or a hyphen. */
function wrapWords(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/ +/)) {
    const parts = widthOf(word, fontSize) > width ? (word.match(/[^/-]*[/-]?/g) ?? []) : [word];
    for (const [i, part] of parts.entries()) {
      const last = lines.at(-1);
      const longer = last === undefined ? part : `${last}${i === 0 ? " " : ""}${part}`;
      if (last !== undefined && widthOf(longer, fontSize) <= width) lines[lines.length - 1] = longer;
      else lines.push(part);
    }
  }
  return lines;
}

function textTag(name: string, x: number, y: number, text: string): string {
  return `<text class="${name}" x="${x}" y="${y}">${escapeText(text)}</text>`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function unescapeText(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}
