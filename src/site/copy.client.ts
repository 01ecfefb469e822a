/** Puts a button after the line to cite an entry by, where the browser can copy it; it says that it is done. The script makes it, so that the page weighs less. */
const LABEL = "Copy this line";
const line = document.querySelector(".foot__cite");

if (line && "clipboard" in navigator) {
  const button = document.createElement("button");
  const copied = document.createElement("span");
  button.type = "button";
  button.textContent = LABEL;
  copied.className = "vh";
  copied.role = "status";
  line.after(" ", button, copied);
  const tell = (message: string) => {
    button.textContent = message;
    copied.textContent = `${LABEL}: ${message}`;
    setTimeout(() => (button.textContent = LABEL), 2000);
  };
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(line.textContent.trim()).then(
      () => tell("Copied"),
      () => tell("Not copied: mark the text and copy it"),
    );
  });
}
