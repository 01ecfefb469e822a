/** Narrow screens: a tap on a claim opens its note below the paragraph. Wide screens: pointing at one marks the other. */
const wide = matchMedia("(min-width: 1100px)");
const notes = [...document.querySelectorAll<HTMLDetailsElement>("details[data-note-of]")];

/** In the margin every note stands open, for assistive technology too. */
function openInMargin(): void {
  for (const note of notes) note.open = wide.matches;
}
openInMargin();
wide.addEventListener("change", openInMargin);

for (const link of document.querySelectorAll<HTMLAnchorElement>("a.claim[data-claim]")) {
  const note = notes.find((candidate) => candidate.dataset["noteOf"] === link.dataset["claim"]);
  if (!note) continue;
  const mark = (on: boolean) => () => {
    note.classList.toggle("is-on", on);
    note.classList.remove("is-off");
    link.classList.toggle("is-on", on);
  };
  link.addEventListener("pointerenter", mark(true));
  link.addEventListener("pointerleave", mark(false));
  link.addEventListener("focus", mark(true));
  link.addEventListener("blur", mark(false));
  link.addEventListener("click", (event) => {
    if (wide.matches || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    note.open = true;
    note.querySelector("summary")?.focus();
  });
}

// What a note shows while it is pointed at goes with Escape, and comes back when it is pointed at anew.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const note of notes) {
    note.classList.toggle("is-off", note.matches(":hover, :focus-within, .is-on, :has(:target)"));
    // Below its paragraph a note that is read closes, and the focus goes back to the words it is about.
    if (wide.matches || !note.open || !note.matches(":focus-within")) continue;
    note.open = false;
    document.querySelector<HTMLElement>(`a.claim[data-claim="${note.dataset["noteOf"] ?? ""}"]`)?.focus();
  }
});
for (const note of notes) note.addEventListener("pointerleave", () => note.classList.remove("is-off"));
