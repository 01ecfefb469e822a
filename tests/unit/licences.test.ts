import { expect, test } from "vitest";
import { folderOfPackage } from "../../src/integrations/licences.ts";
import { findLicenceFaults, formatLicences } from "../../src/site/licences.ts";

const isc = { name: "lantern 1.0.0", licence: "ISC", text: "Copyright Ada Quill\n" };

test("refuses a licence that nobody has agreed to, and one without its text", () => {
  expect(findLicenceFaults([isc])).toEqual([]);
  expect(findLicenceFaults([{ ...isc, licence: "GPL-3.0-only" }])).toEqual([
    expect.stringMatching(/^lantern 1\.0\.0 is under “GPL-3\.0-only”/),
  ]);
  expect(findLicenceFaults([{ ...isc, licence: "" }])).toHaveLength(1);
  expect(findLicenceFaults([{ ...isc, text: " \n" }])).toEqual(["lantern 1.0.0 is under ISC, whose text is not in the package."]);
});

test("gives a text once for all that have it word for word", () => {
  const text = formatLicences([{ ...isc, name: "beacon 2.0.0", text: "Copyright Ada Quill" }, isc], []);
  expect(text).toContain("beacon 2.0.0 (ISC)\nlantern 1.0.0 (ISC)\n\nCopyright Ada Quill\n");
  expect(text.match(/Ada Quill/g)).toHaveLength(1);
});

test("knows the package of a module, also of one that the bundler makes", () => {
  expect(folderOfPackage("/site/node_modules/lantern/dist/index.js")).toBe("/site/node_modules/lantern");
  expect(folderOfPackage("/site/node_modules/beacon/node_modules/@oil/lamp/index.js?v=1")).toBe(
    "/site/node_modules/beacon/node_modules/@oil/lamp",
  );
  expect(folderOfPackage("\0vite/preload-helper.js")).toBe("node_modules/vite");
  expect(folderOfPackage("/site/src/search/engine.ts")).toBeNull();
});
