import { z } from "zod";
import { findDanger } from "./addresses.ts";
import { areInOrder, dayField, idOf, idsOf, languageField, textField, webAddressField } from "./fields.ts";

/** `content/site.yaml`: what the site says about itself. Facts about the publisher stay unset until someone states them. */
export const siteSchema = z
  .strictObject({
    title: textField.default("Soundings"),
    description: textField,
    dossier: textField.meta({ description: "Name of the story this dossier covers." }),
    /** First day of the scale in the masthead and of the main drawing. */
    baseDate: dayField.meta({ description: "First day of the dossier's scale." }),
    recordEnds: dayField.meta({ description: "Last day that the record covers." }),
    language: languageField.default("en"),
    lead: idOf("article").optional().meta({ description: "Id of the lead article; the newest when absent." }),
    countsAreOf: textField.optional(),
    countsRestOn: textField.optional(),
    licence: z.strictObject({ name: textField, url: webAddressField }).optional(),
    publisher: z
      .strictObject({
        name: textField.nullable().default(null),
        contact: textField
          .refine((text) => findDanger(text) === null, "Write a mail address, a full https address, or words that start with no scheme.")
          .nullable()
          .default(null),
        repository: webAddressField.nullable().default(null),
        security: z
          .strictObject({
            contact: z
              .string()
              .regex(/^(mailto:[^\s@]+@[^\s@]+\.[^\s@]+|https:\/\/\S+)$/, "Write an address that starts with mailto: or https://.")
              .meta({ description: "Where to report a weakness of the site." }),
            expires: dayField.meta({ description: "Day from which the contact must not be relied on; at most a year ahead." }),
          })
          .nullable()
          .default(null)
          .meta({ description: "What .well-known/security.txt says; without it there is no such file." }),
      })
      .default({ name: null, contact: null, repository: null, security: null })
      .meta({ description: "Who publishes the site. Null means not set; the site then says so." }),
    strikeLane: textField.default("Strikes").meta({ description: "Name of the lane of strikes in the timeline." }),
    lanes: z
      .array(z.strictObject({ label: textField, places: idsOf("place").min(1) }))
      .default([])
      .meta({ description: "Lanes of the timeline: which places each one gathers. Events elsewhere stand in a last lane." }),
  })
  .refine(({ baseDate, recordEnds }) => areInOrder(baseDate, recordEnds), {
    path: ["recordEnds"],
    message: "It is before `baseDate`. Correct one of the two days.",
  });
export type Site = z.infer<typeof siteSchema>;
