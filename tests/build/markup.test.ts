import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles } from "../../scripts/site-files.ts";
import { showTag, textWithin } from "../setup/html.ts";
import { attributeOf, firstOf, isEmbed, isRedirect, readPages, type Page } from "../setup/pages.ts";
import { SITE_NAMES, SITE_URL, SITES } from "../setup/sites.ts";

describe.each(SITE_NAMES)("the pages %s", async (name) => {
  const { dir, base } = SITES[name];
  const pages = await readPages(dir);
  const full = pages.filter((page) => !isRedirect(page));

  /** Runs a rule over the pages and gives each finding with its page. */
  const findings = (list: readonly Page[], rule: (page: Page) => string[]) =>
    firstOf(list.flatMap((page) => rule(page).map((fault) => `${page.name}: ${fault}`)));

  test("have one h1 and headings in order", () => {
    const rule = ({ tags }: Page) => {
      const levels = tags.flatMap((tag) => (!tag.closing && /^h[1-6]$/.test(tag.name) ? [Number(tag.name[1])] : []));
      const ones = levels.filter((level) => level === 1).length;
      const skips = levels.flatMap((level, i) =>
        level > (levels[i - 1] ?? 0) + 1 ? [`h${level} after ${i > 0 ? `h${levels[i - 1]}` : "nothing"}`] : [],
      );
      return [...(ones === 1 ? [] : [`${ones} h1`]), ...skips];
    };
    expect(findings(full, rule)).toEqual([]);
  });

  test("have no heading without words", () => {
    const rule = ({ tags }: Page) =>
      tags.flatMap((tag, i) => (!tag.closing && /^h[1-6]$/.test(tag.name) && textWithin(tags, i) === "" ? [showTag(tag)] : []));
    expect(findings(full, rule)).toEqual([]);
  });

  test("use each id once", () => {
    const rule = ({ tags }: Page) => {
      const seen = new Set<string>();
      return tags.flatMap(({ attributes }) => {
        const id = attributes.get("id");
        if (id === undefined) return [];
        const fault = seen.has(id) ? [`id ${id} twice`] : [];
        seen.add(id);
        return fault;
      });
    };
    expect(findings(pages, rule)).toEqual([]);
  });

  test("have no style attribute, inline handler or javascript address", () => {
    const rule = ({ tags }: Page) =>
      tags.flatMap((tag) => {
        const isForbidden = [...tag.attributes].some(
          ([key, value]) => key === "style" || /^on[a-z]+$/.test(key) || /^\s*javascript:/i.test(value),
        );
        return isForbidden ? [showTag(tag)] : [];
      });
    expect(findings(pages, rule)).toEqual([]);
  });

  test("have no inline script or style that the policy does not name by its hash", () => {
    const rule = (page: Page) => {
      const policy = policyOf(page);
      return page.tags.flatMap((tag) => {
        if (tag.closing || (tag.name !== "script" && tag.name !== "style")) return [];
        if (tag.attributes.has("src") || /^application\/(ld\+)?json$/.test(tag.attributes.get("type") ?? "")) return [];
        const hash = `'sha256-${createHash("sha256").update(tag.text).digest("base64")}'`;
        return policy.get(`${tag.name}-src`)?.includes(hash) ? [] : [`${showTag(tag)} ${tag.text.slice(0, 60)}`];
      });
    };
    expect(findings(pages, rule)).toEqual([]);
  });

  test("state a policy that closes everything not needed, before anything it governs", () => {
    const rule = (page: Page) => {
      const policy = policyOf(page);
      const at = page.tags.findIndex(isPolicy);
      const first = page.tags.findIndex(
        (tag) => tag.name === "script" || (tag.name === "link" && tag.attributes.get("rel") === "stylesheet"),
      );
      const isOpen = [...policy.values()].flat().some((source) => /unsafe-inline|'unsafe-eval'|^https?:|^\*$/.test(source));
      return [
        ...(policy.get("default-src")?.join() === "'none'" ? [] : ["no default-src 'none'"]),
        ...(isOpen ? ["lets in inline code, eval or another host"] : []),
        ...(first >= 0 && at > first ? ["stands after the first script or stylesheet"] : []),
      ];
    };
    expect(findings(full, rule)).toEqual([]);
  });

  test("load nothing from another host", () => {
    const loading = new Set([
      "stylesheet",
      "preload",
      "modulepreload",
      "prefetch",
      "preconnect",
      "dns-prefetch",
      "icon",
      "apple-touch-icon",
      "manifest",
    ]);
    const rule = ({ tags }: Page) =>
      tags.flatMap((tag) => {
        const { name: element, attributes } = tag;
        const rels = (attributes.get("rel") ?? "").split(" ");
        const addresses = [
          attributes.get("src"),
          attributes.get("poster"),
          attributes.get("data"),
          attributes.get("action"),
          ...(attributes.get("srcset") ?? "").split(",").map((part) => part.trim().split(" ")[0]),
          element === "link" && rels.some((rel) => loading.has(rel)) ? attributes.get("href") : undefined,
          ["use", "image", "feimage"].includes(element) ? (attributes.get("href") ?? attributes.get("xlink:href")) : undefined,
        ];
        return addresses.some((address) => address && /^([a-z]+:)?\/\//i.test(address) && !address.startsWith(`${SITE_URL}/`))
          ? [showTag(tag)]
          : [];
      });
    expect(findings(pages, rule)).toEqual([]);
  });

  test("link one style sheet each, and every sheet is linked or named by a script", async () => {
    const linked = full.map(({ tags }) =>
      tags.flatMap(({ attributes }) => (attributes.get("rel") === "stylesheet" ? [(attributes.get("href") ?? "").slice(base.length)] : [])),
    );
    expect(firstOf(linked.flatMap((sheets, i) => (sheets.length === 1 ? [] : [`${full[i]?.name}: ${sheets.join(", ")}`])))).toEqual([]);
    const files = await listFiles(dir);
    const scripts = files.filter((file) => file.endsWith(".js"));
    const code = (await Promise.all(scripts.map((file) => readFile(join(dir, file), "utf8")))).join("\n");
    const used = new Set(linked.flat());
    expect(files.filter((file) => file.endsWith(".css") && !used.has(file) && !code.includes(file))).toEqual([]);
  });

  test("have stylesheets that load nothing from another host", async () => {
    const sheets = (await listFiles(dir)).filter((file) => file.endsWith(".css"));
    const texts = await Promise.all(sheets.map((file) => readFile(join(dir, file), "utf8")));
    const faults = texts.flatMap((text, i) =>
      [...text.matchAll(/(?:url\(|@import)\s*["']?((?:https?:)?\/\/[^"')\s]+)/g)].map(([, address]) => `${sheets[i]}: ${address}`),
    );
    expect(faults).toEqual([]);
  });

  test("have a language, a title and a description", () => {
    const rule = (page: Page) => [
      ...(attributeOf(page, "html", {}, "lang") ? [] : ["no lang"]),
      ...(titleOf(page).length > 3 ? [] : ["no title"]),
      ...((attributeOf(page, "meta", { name: "description" }, "content") ?? "").length > 20 ? [] : ["no description"]),
    ];
    expect(findings(full, rule)).toEqual([]);
  });

  test("have a title of their own among the pages of their kind", () => {
    // Sources whose title is not known are named by publisher and day, which two of them may share.
    const named = full.filter(({ path }) => !/^sources\/./.test(path));
    const byTitle = Map.groupBy(named, (page) => `${titleOf(page)} (${page.path.split("/")[0]})`);
    const shared = [...byTitle].filter(([, list]) => list.length > 1);
    expect(firstOf(shared.map(([title, list]) => `${title}: ${list.map((page) => page.path).join(", ")}`))).toEqual([]);
  });

  test("name themselves as canonical, at the site's own origin", () => {
    const rule = (page: Page) => {
      const canonical = attributeOf(page, "link", { rel: "canonical" }, "href");
      if (page.name === "404.html") return canonical === undefined ? [] : [`names ${canonical}, where there is nothing`];
      return canonical === `${SITE_URL}${base}${page.path}` ? [] : [`canonical is ${canonical}`];
    };
    expect(
      findings(
        full.filter((page) => !isEmbed(page)),
        rule,
      ),
    ).toEqual([]);
  });

  test("name no address of the machine that built them", () => {
    const rule = ({ html }: Page) => [...html.matchAll(/(?:localhost|127\.0\.0\.1)[^\s"<]{0,40}/g)].map(([match]) => match);
    expect(findings(pages, rule)).toEqual([]);
  });
});

function titleOf(page: Page): string {
  return page.tags.find((tag) => tag.name === "title")?.text.trim() ?? "";
}

function isPolicy(tag: Page["tags"][number]): boolean {
  return tag.name === "meta" && tag.attributes.get("http-equiv")?.toLowerCase() === "content-security-policy";
}

/** The content security policy by directive: "script-src" → ["'self'", "'sha256-…'"]. */
function policyOf(page: Page): Map<string, string[]> {
  const text = page.tags.find(isPolicy)?.attributes.get("content") ?? "";
  return new Map(
    text.split(";").flatMap((part): [string, string[]][] => {
      const [directive, ...sources] = part.trim().split(/\s+/);
      return directive ? [[directive, sources]] : [];
    }),
  );
}
