/** The readers that the other tests trust: a gate that cannot fail would be worse than none. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { checkLinks } from "../../scripts/check-links.ts";
import { blankTemplates, readTags, textWithin } from "../setup/html.ts";
import { findXmlFault } from "../setup/xml.ts";

test("tags are read with their attributes, and the words between them", () => {
  const tags = readTags(
    `<!doctype html><!-- <h1>no</h1> --><p class=a id="x>y" hidden>1 &lt; 2 <b>and</b> more</p><script>if (a<b) "<p>"</script>`,
  );
  expect(tags.map(({ name, closing }) => (closing ? `/${name}` : name))).toEqual(["p", "b", "/b", "/p", "script", "/script"]);
  expect([...(tags[0]?.attributes ?? [])]).toEqual([
    ["class", "a"],
    ["id", "x>y"],
    ["hidden", ""],
  ]);
  expect(textWithin(tags, 0)).toBe("1 < 2 and more");
  expect(tags[4]?.text).toBe('if (a<b) "<p>"');
});

test("what a template holds is left out, and nothing moves", () => {
  const html = "<template id=t><h3>\n</h3></template><p>x</p>";
  expect(blankTemplates(html)).toHaveLength(html.length);
  expect(readTags(blankTemplates(html)).map(({ name }) => name)).toEqual(["template", "template", "p", "p"]);
});

test.each([
  { text: '<?xml version="1.0"?><a b="1"><c/>x &amp; y<!-- & --><![CDATA[ & < ]]></a>', fault: null },
  { text: "<a><b></a></b>", fault: "</a> closes <b>" },
  { text: "<a>fish & chips</a>", fault: "an & that is no reference: & chips" },
  { text: "<a>1 < 2</a>", fault: "a < that opens no tag, in <a>" },
  { text: "<a>&nbsp;</a>", fault: "an & that is no reference: &nbsp;" },
  { text: "<a/><b/>", fault: "2 roots" },
  { text: "<a><b>", fault: "<b> is never closed" },
  { text: "<a b=1/>", fault: "a < that opens no tag, in <nothing>" },
])("XML is judged: $text", ({ text, fault }) => {
  expect(findXmlFault(text)).toBe(fault);
});

test("broken links, broken fragments, links out of the base path and pages without a link are found", async () => {
  const dir = ".test-output/links";
  await rm(dir, { recursive: true, force: true });
  await mkdir(`${dir}/a`, { recursive: true });
  await mkdir(`${dir}/b`);
  await writeFile(
    `${dir}/index.html`,
    '<a href="/x/a/#here">a</a><a href="/x/a/#gone">a</a><a href="/x/c/">c</a><a href="/a/">out</a><a href="https://example.org/">far</a>',
  );
  await writeFile(`${dir}/a/index.html`, '<p id="here"><a href="../">home</a></p>');
  await writeFile(`${dir}/b/index.html`, "<p>alone</p>");
  const { broken, orphans } = await checkLinks(dir, "/x/");
  expect(broken.map(({ href, why }) => `${href} ${why}`)).toEqual([
    "/x/a/#gone no such fragment",
    "/x/c/ no such file",
    "/a/ outside the base path /x/",
  ]);
  expect(orphans).toEqual(["b/index.html"]);
});
