"use strict";

// When one of GraphiQL's dialogs closes the keyboard is nowhere, and a reader
// would have to begin at the top of the page: it goes back to the button that
// opened the dialog.
let opener = null;

// A click with no count comes from a key. After the mouse the button would only
// show its tooltip, over its neighbours.
addEventListener("click", ({ target, detail }) => {
  if (!target.closest(".graphiql-dialog")) {
    opener = detail === 0 ? target.closest("button") : null;
  }
}, true);

new MutationObserver((changes) => {
  const closed = changes.some(({ removedNodes }) => [...removedNodes].some((node) => node.matches?.(".graphiql-dialog")));
  if (closed) {
    setTimeout(() => opener?.focus());
  }
}).observe(document.body, { childList: true });
