/** The readers that the other tests trust: a gate that cannot fail would be worse than none. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { checkLinks } from "../../scripts/check-links.ts";
import { blankTemplates, readTags, textWithin } from "../setup/html.ts";
import { childNamesAt, findAtomFault, findXmlFault, textsAt } from "../setup/xml.ts";

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

test("XML is judged", () => {
  expect(findXmlFault('<?xml version="1.0"?><a b="1"><c/>x &amp; y<!-- & --><![CDATA[ & < ]]></a>')).toBeNull();
  const faulty = [
    ...["<a><b></a></b>", "<a>fish & chips</a>", "<a>1 < 2</a>", "<a>&nbsp;</a>", "<a/><b/>", "<a><b>", "<a b=1/>"],
    ...['<a b="1" b="2"/>', "<x:a/>", "<a>\u0001</a>"],
  ];
  expect(faulty.filter((text) => findXmlFault(text) === null)).toEqual([]);
});

describe("Atom", () => {
  const author = "<author><name>A</name></author>";
  const entry = `<entry><id>b</id><title>t</title><updated>2031-01-01T00:00:00Z</updated><link href="x"/></entry>`;
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>t</title><updated>2031-01-01T00:00:00Z</updated>${author}${entry}</feed>`;

  test("is read", () => {
    expect(findAtomFault(feed)).toBeNull();
    expect(textsAt(feed, "//atom:id")).toEqual(["a", "b"]);
    expect(childNamesAt(feed, "//atom:entry")).toEqual([["id", "title", "updated", "link"]]);
  });

  test.each([
    { fault: "no author", from: author, to: "" },
    { fault: "no link", from: '<link href="x"/>', to: "" },
    { fault: "an id twice", from: entry, to: entry + entry },
    { fault: "no id", from: "<id>b</id>", to: "" },
    { fault: "two titles", from: "<title>t</title>", to: "<title>t</title><title>u</title>" },
    { fault: "an element that Atom does not have", from: "<link ", to: "<guid>b</guid><link " },
    { fault: "a day for a time", from: "T00:00:00Z", to: "" },
    { fault: "another namespace", from: "2005/Atom", to: "2006/Atom" },
  ])("is judged: $fault", ({ from, to }) => {
    expect(findAtomFault(feed.replace(from, to))).not.toBeNull();
  });
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
