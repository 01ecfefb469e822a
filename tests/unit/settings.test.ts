import { describe, expect, test } from "vitest";
import { readSettings } from "../../src/load/settings.ts";

test("without variables there are defaults that work", () => {
  expect(readSettings({})).toEqual({
    contentDir: "content",
    siteUrl: "http://localhost:4321",
    hasSiteUrl: false,
    basePath: "/",
    outDir: "dist",
  });
});

test("empty variables are those that are not set", () => {
  expect(readSettings({ CONTENT_DIR: "", SITE_URL: "", BASE_PATH: "", OUT_DIR: "" })).toEqual(readSettings({}));
});

test("without an address the site is at home where `npm start` serves it", () => {
  expect(readSettings({ PORT: "4555" }).siteUrl).toBe("http://localhost:4555");
  expect(readSettings({ PORT: "next" }).siteUrl).toBe("http://localhost:4321");
  expect(readSettings({ PORT: "4555", SITE_URL: "https://news.example" }).siteUrl).toBe("https://news.example");
});

test("folders are taken as they are", () => {
  expect(readSettings({ CONTENT_DIR: "../lake", OUT_DIR: "/tmp/out" })).toMatchObject({ contentDir: "../lake", outDir: "/tmp/out" });
});

describe("the base path starts and ends with one slash, however it is written", () => {
  test.each([
    ["/", "/"],
    ["news", "/news/"],
    ["/news", "/news/"],
    ["news/", "/news/"],
    ["/news/", "/news/"],
    ["//news//", "/news/"],
    ["/some/base/", "/some/base/"],
  ])("%s is %s", (written, basePath) => {
    expect(readSettings({ BASE_PATH: written }).basePath).toBe(basePath);
  });
});

describe("the origin of the site", () => {
  test.each([
    ["https://example.org", "https://example.org"],
    ["https://example.org/", "https://example.org"],
    ["https://example.org/some/path/", "https://example.org"],
    ["http://localhost:8080", "http://localhost:8080"],
    ["HTTPS://Example.ORG", "https://example.org"],
  ])("%s is %s", (written, siteUrl) => {
    expect(readSettings({ SITE_URL: written })).toMatchObject({ siteUrl, hasSiteUrl: true });
  });

  test.each(["example.org", "//example.org", "ftp://example.org", "javascript:alert(1)", "https://", "nonsense"])(
    "%s is refused, with the variable's name",
    (written) => {
      expect(() => readSettings({ SITE_URL: written })).toThrow(`SITE_URL is "${written}". Write an origin such as https://example.org.`);
    },
  );
});
