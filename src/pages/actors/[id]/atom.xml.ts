/** The feed of one actor. One that is withdrawn has none; one without items is not linked, and is there once it has some. */
import type { APIRoute, GetStaticPaths } from "astro";
import { actorChannel, actorChannelItems, FORMATS } from "../../../feeds/channels.ts";
import { writeFeed } from "../../../feeds/write-feed.ts";
import type { ActorNode } from "../../../graph/nodes.ts";
import { loadSite } from "../../../load/dossier.ts";
import { urls } from "../../../load/urls.ts";

interface Props {
  actor: ActorNode;
}

export const getStaticPaths = (async () => {
  const { dossier } = await loadSite();
  return dossier.actors.map((actor) => ({ params: { id: actor.id }, props: { actor } satisfies Props }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { actor } }) => {
  const { dossier } = await loadSite();
  const { site } = dossier;
  const text = writeFeed("atom", actorChannel(actor, site), actorChannelItems(actor, dossier, urls), site, urls);
  return new Response(text, { headers: { "content-type": `${FORMATS.atom.type}; charset=utf-8` } });
};
