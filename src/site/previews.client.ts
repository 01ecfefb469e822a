/**
 * Previews of entries: a link that is pointed at or focused for a moment shows what the entry's page says of itself. The preview goes
 * with Escape, with the pointer or with the focus, may be pointed at itself, and never keeps a link from being followed.
 */
import type { Preview } from "./preview.ts";

const DELAY_MS = 400;
const GRACE_MS = 200;
const ENTRY = new RegExp(`^${import.meta.env.BASE_URL.replace(/\/?$/, "/")}[a-z]+/[a-z0-9-]+/$`);

const known = new Map<string, Promise<Preview | null>>();
const box = document.createElement("div");
box.className = "preview";
box.id = "preview";
box.popover = "manual";
box.setAttribute("role", "tooltip");

let link: HTMLAnchorElement | null = null;
let timer: number | undefined;

function wait(ms: number, then: () => void): void {
  clearTimeout(timer);
  timer = window.setTimeout(then, ms);
}

function entryLink(target: EventTarget | null): HTMLAnchorElement | null {
  const found = target instanceof Element ? target.closest<HTMLAnchorElement>("main a[href]") : null;
  const isEntry = found && found.origin === location.origin && ENTRY.test(found.pathname) && found.pathname !== location.pathname;
  return isEntry ? found : null;
}

function fetchPreview({ pathname }: HTMLAnchorElement): Promise<Preview | null> {
  const preview =
    known.get(pathname) ??
    fetch(`${pathname}preview.json`)
      .then((response) => (response.ok ? (response.json() as Promise<Preview>) : null)) // written by preview.json.ts
      .catch(() => null);
  known.set(pathname, preview);
  return preview;
}

async function show(next: HTMLAnchorElement): Promise<void> {
  const preview = await fetchPreview(next);
  if (!preview || link !== next) return;
  const line = (tag: "p" | "strong", className: string, text: string) =>
    Object.assign(document.createElement(tag), { className, textContent: text });
  box.replaceChildren(
    line("p", "preview__l", [preview.label, ...preview.facts].join(" · ")),
    line("p", "preview__t", preview.title),
    ...(preview.text ? [line("p", "preview__x", preview.text)] : []),
  );
  if (!box.isConnected) document.body.append(box);
  next.setAttribute("aria-describedby", box.id);
  box.showPopover();
  place(next);
}

/** Below the line of the link that is nearest to the pointer's, above it where there is no room below. */
function place(next: HTMLAnchorElement): void {
  const rect = next.getClientRects()[0] ?? next.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const below = rect.bottom + 6;
  box.style.left = `${Math.max(8, Math.min(rect.left, innerWidth - width - 8))}px`;
  box.style.top = `${below + height > innerHeight && rect.top > height + 6 ? rect.top - height - 6 : below}px`;
}

function hide(): void {
  clearTimeout(timer);
  link?.removeAttribute("aria-describedby");
  link = null;
  if (box.matches(":popover-open")) box.hidePopover();
}

function arm(next: HTMLAnchorElement): void {
  if (next === link) return clearTimeout(timer);
  wait(DELAY_MS, () => {
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
  else wait(GRACE_MS, hide);
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
