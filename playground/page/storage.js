"use strict";

// What the reader typed belongs to one release of the examples: GraphiQL shows
// saved tabs instead of the examples it is given, so under one key for ever a
// returning reader would never see a new example. Theme, layout and history do
// not depend on the examples and are kept across releases.
const ofOneRelease = ["graphiql:tabState", "graphiql:query", "graphiql:variables", "graphiql:headers"];

// The storage GraphiQL is given, or null (nothing is kept) where the browser forbids it.
function browserStorage(release) {
  try {
    window.localStorage.length;
  } catch {
    return null;
  }
  const kept = GraphiQL.createLocalStorage({ namespace: "claimgraph" });
  const place = (key) => (ofOneRelease.includes(key) ? `${release}:${key}` : key);
  return {
    getItem: (key) => kept.getItem(place(key)),
    setItem: (key, value) => kept.setItem(place(key), value),
    removeItem: (key) => kept.removeItem(place(key)),
    clear: () => kept.clear(),
    get length() {
      return kept.length;
    },
  };
}

// GraphiQL keeps what is typed, and after a reload looks for the tab that says
// the same. What it was given to open is kept here, or it would find none.
function keepOpen(storage, { query, variables }) {
  storage?.setItem("graphiql:query", query);
  storage?.setItem("graphiql:variables", variables);
}
