"use strict";

// Puts GraphiQL on the page, with the example questions as its tabs. Addresses
// are relative, so that the playground also works below a path of a proxy.
const here = document.currentScript.src;

async function boot() {
  const { release, tabs } = await (await fetch(new URL("tabs.json", here))).json();
  const endpoint = new URL("graphql", document.baseURI).href;
  const examples = tabs.map(asTab);
  const storage = browserStorage(release);
  const linked = readLink();
  if (linked) {
    forgetLink();
    keepOpen(storage, linked);
  }
  const e = React.createElement;

  ReactDOM.createRoot(document.getElementById("playground")).render(
    e(
      GraphiQL,
      {
        ...linked,
        fetcher: createAsk(endpoint),
        storage,
        // On a first visit GraphiQL opens the first of these, whatever it is asked to show.
        defaultTabs: linked ? [linked, ...examples.filter((tab) => tab.query !== linked.query)] : examples,
        defaultQuery: "# Ctrl-Space lists what can be asked here.\n",
        defaultEditorToolsVisibility: linked?.variables ? "variables" : false,
        plugins: [GraphiQLPluginExplorer.explorerPlugin()],
        schemaDescription: true,
        inputValueDeprecation: true,
      },
      e(GraphiQL.Logo, null, e("h1", null, "claimgraph")),
      e(GraphiQL.Toolbar, null, ({ prettify, merge, copy }) => e(React.Fragment, null, prettify, merge, copy, e(CopyLink))),
      e(Editors),
    ),
  );
}

function asTab({ query, variables }) {
  return { query, variables: variables ? JSON.stringify(variables, null, 2) : null };
}

// A link opened from within the page changes no more than the part behind "#".
addEventListener("hashchange", () => readLink() && location.reload());

boot().catch((problem) => {
  const notice = document.querySelector("#playground .notice");
  notice.textContent = `The playground could not be opened (${problem.message}). Reload the page to try again.`;
});
