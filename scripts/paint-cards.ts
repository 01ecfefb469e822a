/**
 * Paints the cards that are not kept yet while another process builds the pages, the last one first: the build begins at the other end, and
 * takes from what is kept. Started by `npm run build` only; whatever goes wrong here the build does itself, and says.
 */
import { allCards } from "../src/cards/card.ts";
import { checkContent } from "../src/check/check-content.ts";
import { setAsideWithdrawn } from "../src/graph/withdrawn.ts";
import { cardPicture } from "../src/load/card-picture.ts";
import { readContent } from "../src/load/read-content.ts";
import { readSettings } from "../src/load/settings.ts";

const { dossier: published } = checkContent(readContent(readSettings(process.env).contentDir));
const dossier = setAsideWithdrawn(published);
for (const card of allCards(dossier).reverse()) await cardPicture(card, dossier.site);
