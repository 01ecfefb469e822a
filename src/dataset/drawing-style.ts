/** The part of the site's stylesheets that a drawing needs, as a sheet of its own: no variables, no page around it. */

interface Rule {
  selectors: string[];
  declarations: (readonly [property: string, value: string])[];
}

/** What the stylesheets say of pages, such as width and position, means nothing in a file. */
const IN_DRAWINGS = /^(fill|stroke|font|opacity|paint-order|shape-rendering)/;
const COLOURS = /^(fill|stroke)$/;

/**
 * Rules for what the drawing has, with the values of the day chart, and its colours again for readers of the night chart.
 * @param sheets stylesheets of the site in their order, that of the tokens among them; @param has classes and names of its elements.
 */
export function styleOfDrawing(sheets: string, has: { classes: ReadonlySet<string>; elements: ReadonlySet<string> }): string {
  const rules = readRules(sheets);
  const kept = rules.flatMap(({ selectors, declarations }) => {
    const own = selectors.filter((selector) => isMeant(selector, has));
    const drawn = declarations.filter(([property]) => IN_DRAWINGS.test(property)).flatMap(expandFont);
    return own.length > 0 && drawn.length > 0 ? [{ selectors: own, declarations: drawn }] : [];
  });
  const tokens = new Map(rules.filter(isOfTokens).flatMap(({ declarations }) => declarations));
  const dark = kept
    .map(({ selectors, declarations }) => ({ selectors, declarations: declarations.filter(([property]) => COLOURS.test(property)) }))
    .filter(({ declarations }) => declarations.length > 0);
  return `${write(kept, tokens, "light")}@media (prefers-color-scheme: dark) {\n${write(dark, tokens, "dark")}}\n`;

  /** The ground that labels are drawn on is set where a drawing begins. */
  function isOfTokens(rule: Rule): boolean {
    return rule.selectors.includes(":root") || rule.selectors.some((selector) => isMeant(selector, has));
  }
}

/** Classes that a rule of the sheet names. */
export function classesIn(style: string): Set<string> {
  return new Set([...style.replace(/\{[^{}]*\}/g, " ").matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name = ""]) => name));
}

/** Our stylesheets have rules, and rules in one block of another. A drawing is the one of wide screens; it has no paper and no forced colours. */
function readRules(css: string): Rule[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/@import[^;]*;/g, "");
  return [...plain.matchAll(/([^{};]+)\{((?:[^{}]|\{[^{}]*\})*)\}/g)].flatMap(([, head = "", body = ""]) => {
    const prelude = head.trim();
    if (/^@supports|^@media \(min-width/.test(prelude)) return readRules(body);
    return prelude.startsWith("@") ? [] : [{ selectors: prelude.split(/,\s*/), declarations: readDeclarations(body) }];
  });
}

function readDeclarations(body: string): Rule["declarations"] {
  return body.split(";").flatMap((line) => {
    const [property = "", ...value] = line.split(":");
    return value.length > 0 ? [[property.trim(), value.join(":").trim()] as const] : [];
  });
}

/** Whether all that a selector names is in the drawing; what depends on a pointer, a focus or an attribute is not. */
function isMeant(selector: string, { classes, elements }: { classes: ReadonlySet<string>; elements: ReadonlySet<string> }): boolean {
  const plain = selector.replace(/:not\([^)]*\)/g, "");
  if (/[:[*]/.test(plain)) return false;
  const names = plain.replace(/\.[\w-]+/g, "").match(/[a-z]\w*/g) ?? [];
  return [...classesIn(plain)].every((name) => classes.has(name)) && names.every((name) => elements.has(name));
}

/** Programs that draw know the parts of `font` better than the whole. */
function expandFont([property, value]: readonly [string, string]): Rule["declarations"] {
  const font = property === "font" && /^(italic )?(\d+) ([^\s/]+)(?:\s*\/\s*\S+)? (.+)$/.exec(value);
  if (!font) return [[property, value]];
  const [, style, weight = "400", size = "", family = ""] = font;
  return [
    ["font-family", family],
    ["font-size", size],
    ["font-style", style?.trim() ?? "normal"],
    ["font-weight", weight],
  ];
}

function write(rules: readonly Rule[], tokens: ReadonlyMap<string, string>, theme: "light" | "dark"): string {
  return rules
    .map(({ selectors, declarations }) => {
      const lines = declarations.map(([property, value]) => `${property}: ${resolve(value, tokens, theme)}`);
      return `${selectors.join(", ")} { ${lines.join("; ")} }\n`;
    })
    .join("");
}

function resolve(value: string, tokens: ReadonlyMap<string, string>, theme: "light" | "dark"): string {
  const whole = value.replace(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const token = tokens.get(name);
    if (token === undefined) throw new Error(`styleOfDrawing: no stylesheet sets ${name}`);
    return resolve(token, tokens, theme);
  });
  return whole
    .replace(/light-dark\(([^,]+),\s*([^)]+)\)/g, (_, light: string, dark: string) => (theme === "light" ? light : dark))
    .replace(/([\d.]+)rem\b/g, (_, size: string) => `${Number(size) * 16}px`)
    .replace(/"[^"]+ on [^"]+",\s*/g, ""); // measures of fonts that stand in for ours, which only our pages have
}
