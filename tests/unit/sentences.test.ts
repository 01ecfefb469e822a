import { describe, expect, test } from "vitest";
import { splitSentences } from "../../src/markdown/sentences.ts";

const texts = (text: string) => splitSentences(text).map((sentence) => sentence.text);

describe("text is split into the sentences that a reader sees", () => {
  test.each([
    [
      "at full stops, question marks and exclamation marks",
      "He left. Why? Nobody knew! It rained.",
      ["He left.", "Why?", "Nobody knew!", "It rained."],
    ],
    ["not after U.S.", "The U.S. Treasury acted. Petro answered.", ["The U.S. Treasury acted.", "Petro answered."]],
    ["not after a title", "Sen. Rand Paul spoke. Gen. Dan Caine did not.", ["Sen. Rand Paul spoke.", "Gen. Dan Caine did not."]],
    ["not after an initial", "The carrier Gerald R. Ford arrived. It left.", ["The carrier Gerald R. Ford arrived.", "It left."]],
    ["after X, which is a place to post", "They argued on X. Then they talked.", ["They argued on X.", "Then they talked."]],
    ["not inside a number", "It cost 2.5 million. That is all.", ["It cost 2.5 million.", "That is all."]],
    ["not before a lower-case word", "At 9 a.m. the boat left.", ["At 9 a.m. the boat left."]],
    ["after a closing quotation mark", "He said “no.” She said “yes.”", ["He said “no.”", "She said “yes.”"]],
    [
      "not at a line break",
      "One sentence that goes\non in the next line. Another.",
      ["One sentence that goes on in the next line.", "Another."],
    ],
    ["not at a line break of Windows", "One sentence\r\ngoes on.", ["One sentence  goes on."]],
    ["with nothing dropped at the end", "A sentence. And a rest", ["A sentence.", "And a rest"]],
    ["with an abbreviation at the very end kept", "They live in the U.S.", ["They live in the U.S."]],
  ])("%s", (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test("no text has no sentences", () => {
    expect(splitSentences("")).toEqual([]);
    expect(splitSentences(" \n ")).toEqual([]);
  });

  test("each sentence ends where the next one starts, its trailing space included", () => {
    const text = "He left. The U.S. Treasury\nacted. It rained.";
    expect(splitSentences(text).map(({ end }) => end)).toEqual([9, 34, text.length]);
  });
});
