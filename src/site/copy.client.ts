/** Shows the buttons that copy a text of the page, where the browser can, and says that it is done. */
const copied = document.getElementById("copied");

if ("clipboard" in navigator) {
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", () => {
      const text = document.getElementById(button.dataset["copy"] ?? "")?.textContent.trim() ?? "";
      navigator.clipboard.writeText(text).then(
        () => tell(button, "Copied", label),
        () => tell(button, "Not copied: mark the text and copy it", label),
      );
    });
  }
}

function tell(button: HTMLButtonElement, message: string, label: string): void {
  button.textContent = message;
  if (copied) copied.textContent = `${label}: ${message}`;
  setTimeout(() => (button.textContent = label), 2000);
}
