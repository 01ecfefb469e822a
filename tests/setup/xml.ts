/** The first thing that makes a text no well-formed XML, or null. Knows what feeds and site maps use: no DTD, no entities of its own. */
export function findXmlFault(text: string): string | null {
  const open: string[] = [];
  let roots = 0;
  const rest = text.replace(/^\uFEFF?<\?xml[^?]*\?>/, "");
  const token =
    /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g;
  for (const [whole, slash, name, attributes, empty] of rest.matchAll(token)) {
    if (whole.startsWith("<!--") || whole.startsWith("<![CDATA[") || whole.startsWith("<?")) continue;
    if (name === undefined) {
      if (whole === "<") return `a < that opens no tag, in <${open.at(-1) ?? "nothing"}>`;
      if (open.length === 0 && whole.trim()) return `text outside the root: ${whole.trim().slice(0, 40)}`;
      const fault = entityFault(whole);
      if (fault) return fault;
      continue;
    }
    const fault = entityFault(attributes ?? "");
    if (fault) return fault;
    if (slash) {
      const expected = open.pop();
      if (expected !== name) return `</${name}> closes <${expected ?? "nothing"}>`;
    } else {
      if (open.length === 0) roots++;
      if (!empty) open.push(name);
    }
  }
  if (open.length > 0) return `<${open.at(-1)}> is never closed`;
  return roots === 1 ? null : `${roots} roots`;
}

function entityFault(text: string): string | null {
  const match = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);).{0,12}/.exec(text);
  return match ? `an & that is no reference: ${match[0]}` : null;
}
