/** Tells the page that embeds this one, and no other, how high it wants to be. */
const embedder = document.referrer && window.parent !== window ? new URL(document.referrer).origin : null;

if (embedder !== null) {
  const tell = () =>
    window.parent.postMessage({ type: "embed-height", address: location.href, height: document.documentElement.scrollHeight }, embedder);
  new ResizeObserver(tell).observe(document.body);
}
