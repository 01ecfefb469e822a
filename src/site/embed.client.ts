/** Tells the page that embeds this one, and no other, how high it wants to be. */
const embedder = document.referrer && window.parent !== window ? new URL(document.referrer).origin : null;

if (embedder !== null) {
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height); // scrollHeight is never less than the frame has already
    window.parent.postMessage({ type: "embed-height", address: location.href, height }, embedder);
  };
  new ResizeObserver(tell).observe(document.body);
}
