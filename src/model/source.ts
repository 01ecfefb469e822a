import { z } from "zod";
import { dateField, dayField, entryFields, idsOf, languageField, textField, webAddressField } from "./fields.ts";

export const SOURCE_KINDS = [
  "news-report",
  "tracker",
  "government-statement",
  "social-post",
  "interview",
  "legislation",
  "court-record",
  "un-report",
  "dataset",
  "analysis",
  "encyclopedia",
] as const;

export const GRADES = ["original", "syndicated", "republished", "aggregator"] as const;

export const sourceSchema = z
  .strictObject({
    publisher: textField.meta({ description: "Who published the page." }),
    title: textField.optional().meta({ description: "Title of the page, where it is known.", advice: "Leave it out when it is not." }),
    titleBasis: z
      .enum(["page", "address", "descriptive"])
      .optional()
      .meta({ description: "Where the title comes from; only a title of the basis `page` is the page's own." }),
    url: webAddressField
      .optional()
      .meta({ description: "Address of the page, http or https; a document may have none.", advice: "Leave it out only then." }),
    archiveUrl: webAddressField.optional().meta({ description: "An archived copy." }),
    published: dateField
      .optional()
      .meta({ description: "Day of publication (EDTF), where the page states one.", advice: "Leave it out when it states none." }),
    publishedNote: textField.optional().meta({ description: "Where an estimated date comes from." }),
    accessed: dayField.optional(),
    kind: z.enum(SOURCE_KINDS),
    language: languageField,
    grade: z
      .enum(GRADES)
      .meta({ description: "How we hold the text: the publisher's own page, an agency copy, a republication, or a digest." }),
    originalPublisher: textField.optional().meta({ description: "Whose text it is, when not the publisher's own." }),
    derivesFrom: idsOf("source").optional().meta({ description: "Sources that this one only repeats." }),
    note: textField.optional(),
    ...entryFields,
  })
  .refine(({ title, titleBasis }) => titleBasis === undefined || title !== undefined, {
    path: ["titleBasis"],
    message: "There is no `title` that it could be the basis of. Add the title, or delete `titleBasis`.",
  });
export type SourceData = z.infer<typeof sourceSchema>;
