/** The way to a page from the home page. */
import type { BreadcrumbListLeaf } from "schema-dts";

export interface Step {
  name: string;
  /** Absolute address; the page itself, at the end, has none. */
  url: string | undefined;
}

export function breadcrumbList(steps: readonly Step[], url: string): BreadcrumbListLeaf {
  return {
    "@type": "BreadcrumbList",
    "@id": `${url}#breadcrumbs`,
    itemListElement: steps.map((step, i) => ({
      "@type": "ListItem",
      position: i + 1,
      name: step.name,
      ...(step.url && { item: step.url }),
    })),
  };
}
