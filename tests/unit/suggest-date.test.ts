import { describe, expect, test } from "vitest";
import { suggestDate } from "../../src/check/suggest-date.ts";

describe("the date that was most likely meant", () => {
  test.each([
    ["1.3.2024", "2024-03-01"],
    ["01/03/2024", "2024-03-01"],
    ["1-3-2024", "2024-03-01"],
    ["3/25/2024", "2024-03-25"],
    ["2024-3-1", "2024-03-01"],
    ["2024/03/01", "2024-03-01"],
    ["2024.03.01", "2024-03-01"],
    ["20240301", "2024-03-01"],
    ["2025-10-19T10:00:00Z", "2025-10-19"],
    ["19 October 2025", "2025-10-19"],
    ["19. October 2025", "2025-10-19"],
    ["October 19, 2025", "2025-10-19"],
    ["Oct. 19th, 2025", "2025-10-19"],
    ["2 Sept 2025", "2025-09-02"],
    ["October 2025", "2025-10"],
    [" 1.3.2024 ", "2024-03-01"],
  ])("%s is %s", (written, expected) => {
    expect(suggestDate(written)).toBe(expected);
  });

  test.each(["2025-02-30", "31.2.2025", "13.13.2025", "soon", "", "mid-September", "19 Brumaire 2025", "1.3.24", "tomorrow 2025"])(
    "%j gives nothing to guess",
    (written) => {
      expect(suggestDate(written)).toBeNull();
    },
  );
});
