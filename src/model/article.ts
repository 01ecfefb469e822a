import { z } from "zod";
import { countingRuleField } from "./counting-field.ts";
import { areInOrder, dayField, entryFields, sourcesField, textField } from "./fields.ts";

export const articleSchema = z
  .strictObject({
    title: textField,
    standfirst: textField,
    byline: textField.optional(),
    published: dayField,
    updated: dayField.optional(),
    asOf: dayField.meta({ description: "The day whose knowledge the article describes." }),
    countingRule: countingRuleField.optional().meta({ description: "The rule by which its `count:` links count the dead." }),
    sources: sourcesField,
    ...entryFields,
  })
  .refine(({ published, updated }) => updated === undefined || areInOrder(published, updated), {
    path: ["updated"],
    message: "It is before `published`. Correct one of the two days.",
  });
export type ArticleData = z.infer<typeof articleSchema>;
