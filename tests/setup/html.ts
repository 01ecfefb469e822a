/** HTML read as a list of tags and texts. Our pages are written by one serializer, so a tokenizer is enough; html-validate judges the rest. */

export interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  closing: boolean;
  /** What stands between this tag and the next one; the whole content for script, style and title. */
  text: string;
}

const TOKEN = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/giy;
const ATTRIBUTE = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const RAW = new Set(["script", "style", "title", "textarea"]);

/** readTags('<p id="a">Hi</p>') → the tag p with its id and the text "Hi", then the closing tag. */
export function readTags(html: string): Tag[] {
  const tags: Tag[] = [];
  let at = 0;
  while (at < html.length) {
    TOKEN.lastIndex = at;
    const match = html[at] === "<" ? TOKEN.exec(html) : null;
    if (!match) {
      const next = html.indexOf("<", at + 1);
      const end = next < 0 ? html.length : next;
      const last = tags.at(-1);
      if (last) last.text += html.slice(at, end);
      at = end;
      continue;
    }
    at = TOKEN.lastIndex;
    const [, slash, name, attributes = ""] = match;
    if (!name) continue;
    const tag: Tag = { name: name.toLowerCase(), attributes: readAttributes(attributes), closing: slash === "/", text: "" };
    tags.push(tag);
    if (!tag.closing && RAW.has(tag.name)) {
      const end = html.toLowerCase().indexOf(`</${tag.name}`, at);
      tag.text = html.slice(at, end < 0 ? html.length : end);
      at = end < 0 ? html.length : end;
    }
  }
  return tags;
}

/** The page without what its templates hold, which scripts fill in before anyone sees it; every other place stays where it is. */
export function blankTemplates(html: string): string {
  return html.replace(
    /(<template\b[^>]*>)([\s\S]*?)(?=<\/template>)/g,
    (_, tag: string, content: string) => tag + content.replace(/[^\n]/g, " "),
  );
}

/** Text of the tags from one index on, up to the tag that closes it. */
export function textWithin(tags: readonly Tag[], index: number): string {
  const name = tags[index]?.name;
  let depth = 0;
  let text = "";
  for (const tag of tags.slice(index)) {
    if (tag.name === name) depth += tag.closing ? -1 : 1;
    if (depth === 0) break;
    if (tag.name !== "script" && tag.name !== "style") text += tag.text;
  }
  return decode(text).replace(/\s+/g, " ").trim();
}

/** The tag as it opens, for messages: `<a href="/x/">`. */
export function showTag({ name, attributes }: Tag): string {
  const shown = [...attributes].map(([key, value]) => (value ? ` ${key}="${value.slice(0, 60)}"` : ` ${key}`));
  return `<${name}${shown.slice(0, 4).join("")}>`;
}

function decode(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex: string, decimal: string, name: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : (named[name] ?? whole);
  });
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", double, single, bare] of text.matchAll(ATTRIBUTE))
    attributes.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ""));
  return attributes;
}
