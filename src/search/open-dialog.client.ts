/** Opens the search from any page: with “/”, or with Ctrl or ⌘ and K. What it is made of is loaded then. */

const PAGE = `${import.meta.env.BASE_URL.replace(/\/?$/, "/")}search/`;
/** Where it is kept that “/” is switched off: a key without Ctrl can be struck unmeant. */
const KEY_OFF = "search-key-off";

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.isComposing) return;
  const isCommand = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k";
  const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !isTyping(event.target) && isKeyOn();
  if (!isCommand && !isSlash) return;
  event.preventDefault();
  const field = document.querySelector<HTMLInputElement>("[data-search-field]");
  if (field) {
    field.focus();
    field.select();
  } else import("./dialog.client.ts").then(({ openDialog }) => openDialog({ isKeyOn, switchKey })).catch(() => location.assign(PAGE)); // a browser keeps a load that failed
});

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio], [type=range]), textarea, select"))
  );
}

function isKeyOn(): boolean {
  try {
    return localStorage.getItem(KEY_OFF) === null;
  } catch {
    return true;
  }
}

/** Without storage nothing is kept, and the key stays on. */
function switchKey(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(KEY_OFF);
    else localStorage.setItem(KEY_OFF, "1");
  } catch {
    console.warn("This browser keeps nothing for this site: “/” stays on.");
  }
}
