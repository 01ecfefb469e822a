/**
 * Previews of entries: a link that is pointed at or focused for a moment shows what the entry's page says of itself. The preview goes
 * with Escape, with the pointer or with the focus, may be pointed at itself, and never keeps a link from being followed.
 */
import stylesheet from "../styles/preview.css?url&no-inline";
import type { Preview } from "./preview.ts";

/** Milliseconds until a preview comes, and until it goes once the pointer has left both. */
const DELAY = 400;
const GRACE = 250;
/** Addresses of entries: /base/kind/id/ */
const ENTRY = new RegExp(`^${import.meta.env.BASE_URL.replace(/\/?$/, "/")}[a-z]+/[a-z0-9-]+/$`);

const fetched = new Map<string, Promise<Preview | null>>();
const box = document.createElement("div");
box.className = "preview";
box.id = "preview";
box.popover = "manual";
box.role = "tooltip";

let link: HTMLAnchorElement | null = null;
let styles: Promise<unknown> | null = null;
let timer: number | undefined;

function wait(milliseconds: number, then: () => void): void {
  clearTimeout(timer);
  timer = window.setTimeout(then, milliseconds);
}

function entryLink(target: EventTarget | null): HTMLAnchorElement | null {
  const found = target instanceof Element ? target.closest<HTMLAnchorElement>("main a[href]") : null;
  // A claim in an article has its note, which says how the claim stood on the article's day; its page speaks of the whole record.
  if (!found || found.matches(".claim")) return null;
  return found.origin === location.origin && found.pathname !== location.pathname && ENTRY.test(found.pathname) ? found : null;
}

function fetchPreview({ pathname }: HTMLAnchorElement): Promise<Preview | null> {
  const preview =
    fetched.get(pathname) ??
    fetch(`${pathname}preview.json`)
      .then((response) => (response.ok ? (response.json() as Promise<Preview>) : null)) // written by plain-files.ts
      .catch(() => null);
  fetched.set(pathname, preview);
  return preview;
}

function loadStyles(): Promise<unknown> {
  return new Promise((resolve) => {
    const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: stylesheet, onload: resolve, onerror: resolve });
    document.head.append(sheet);
  });
}

async function show(next: HTMLAnchorElement): Promise<void> {
  styles ??= loadStyles();
  const [preview] = await Promise.all([fetchPreview(next), styles]);
  if (!preview || link !== next) return;
  const { facts, title, lang, text } = preview;
  const line = (className: string, textContent: string) => Object.assign(document.createElement("p"), { className, textContent });
  box.replaceChildren(
    ...(facts.length > 0 ? [line("preview__l", facts.join(" · "))] : []),
    Object.assign(line("preview__t", title), lang && { lang }),
    ...(text ? [line("preview__x", text)] : []),
  );
  document.body.append(box);
  next.setAttribute("aria-describedby", box.id);
  box.showPopover();
  place(next);
}

/** Below the first line of the link, above it where there is no room below. */
function place(next: HTMLAnchorElement): void {
  const rect = next.getClientRects()[0] ?? next.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const below = rect.bottom + 6;
  const fits = below + height <= innerHeight || rect.top < height + 6;
  box.style.left = `${Math.max(8, Math.min(rect.left, innerWidth - width - 8))}px`;
  box.style.top = `${fits ? below : rect.top - height - 6}px`;
}

function hide(): void {
  clearTimeout(timer);
  link?.removeAttribute("aria-describedby");
  link = null;
  if (box.matches(":popover-open")) box.hidePopover();
}

function arm(next: HTMLAnchorElement): void {
  if (next === link) return clearTimeout(timer);
  wait(DELAY, () => {
    hide();
    link = next;
    void show(next);
  });
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse") return;
  const next = entryLink(event.target);
  if (next) arm(next);
  else if (box.contains(event.target as Node)) clearTimeout(timer);
  else if (!link) clearTimeout(timer);
  // What the focus brought stays until the focus moves on.
  else if (link !== document.activeElement) wait(GRACE, hide);
});
document.addEventListener("focusin", (event) => {
  const next = entryLink(event.target);
  if (next?.matches(":focus-visible")) arm(next);
  else hide();
});
document.addEventListener("focusout", hide);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
document.addEventListener("pointerdown", (event) => {
  if (!box.contains(event.target as Node)) hide();
});
