/** Says to a screen reader what stands when the typing rests, instead of every state on the way. */
const REST = 700; // ms

/** @param region a live region that is not seen. */
export function createAnnouncer(region: HTMLElement): (text: string) => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => (region.textContent = text), REST);
  };
}
