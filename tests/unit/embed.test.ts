import { describe, expect, test } from "vitest";
import { allNodes } from "../../src/graph/nodes.ts";
import { canEmbed, embedCode, embedOf, oembedOf } from "../../src/site/embed.ts";
import { createUrls } from "../../src/site/urls.ts";
import { claim, dossierOf, event, find, strike } from "./builders.ts";

const urls = createUrls({ base: "/news/", site: "https://example.org" });
const image = { url: "https://example.org/news/cards/dossier.png", width: 1200, height: 630, alt: "The record." };
const dossier = dossierOf(
  claim({ id: "said", text: 'Quill said "the <barge> & oil".' }),
  claim({ id: "gone", text: "Quill said the moon fell.", withdrawn: { date: "2031-06-01", reason: "Misread." } }),
  event(),
  strike({ id: "drill" }),
);

describe("what other sites can embed", () => {
  test("are claims and strikes", () => {
    expect(allNodes(dossier).filter(canEmbed).map(({ id }) => id)).toEqual(["gone", "said", "drill"]); // prettier-ignore
  });

  test("is a frame with an address, a name and a size, whatever is in the name", () => {
    expect(embedCode(embedOf(find(dossier, "claim", "said")), urls)).toBe(
      '<iframe src="https://example.org/news/embed/claims/said/" title="Quill said &quot;the &lt;barge> &amp; oil&quot;" width="600" height="400" loading="lazy" style="border:0;max-width:100%"></iframe>\n' +
        '<script>addEventListener("message",e=>{if(e.origin==="https://example.org"&&e.data?.type==="embed-height")for(const f of document.querySelectorAll("iframe"))if(f.contentWindow===e.source)f.height=e.data.height})</script>',
    );
  });

  test("is told to machines as oEmbed has it", () => {
    expect(oembedOf(embedOf(find(dossier, "event", "drill")), image, dossier.site, urls)).toMatchObject({
      version: "1.0",
      type: "rich",
      title: "Strike of 4 March 2031",
      provider_url: "https://example.org/news/",
      width: 600,
      height: 360,
      thumbnail_url: "https://example.org/news/cards/dossier.png",
      thumbnail_width: 1200,
      thumbnail_height: 630,
      html: expect.stringContaining("/embed/timeline/drill/"),
    });
  });

  test("does not repeat what was withdrawn", () => {
    const embed = embedOf(find(dossier, "claim", "gone"));
    expect(JSON.stringify(oembedOf(embed, image, dossier.site, urls))).not.toContain("moon");
  });
});
