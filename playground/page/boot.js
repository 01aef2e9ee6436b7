"use strict";

// Puts GraphiQL on the page, with the example questions as its tabs. Addresses
// are relative, so that the playground also works below a path of a proxy.
const here = document.currentScript.src;

async function boot() {
  const { release, tabs } = await (await fetch(new URL("tabs.json", here))).json();
  const endpoint = new URL("graphql", document.baseURI).href;
  const e = React.createElement;

  ReactDOM.createRoot(document.getElementById("playground")).render(
    e(
      GraphiQL,
      {
        fetcher: createAsk(endpoint),
        storage: browserStorage(release),
        defaultTabs: tabs.map(asTab),
        defaultQuery: "# Ctrl-Space lists what can be asked here.\n",
        defaultEditorToolsVisibility: false,
        plugins: [GraphiQLPluginExplorer.explorerPlugin()],
        schemaDescription: true,
        inputValueDeprecation: true,
      },
      e(GraphiQL.Logo, null, "claimgraph"),
      e(LongLines),
    ),
  );
}

function asTab({ query, variables }) {
  return { query, variables: variables ? JSON.stringify(variables, null, 2) : null };
}

// GraphiQL cuts long lines of a question off at the pane's edge; here they
// carry the explanations, so they are wrapped.
function LongLines() {
  const { queryEditor } = GraphiQL.React.useEditorContext();
  React.useEffect(() => queryEditor?.setOption("lineWrapping", true), [queryEditor]);
  return null;
}

boot().catch((problem) => {
  const notice = document.querySelector("#playground .notice");
  notice.textContent = `The playground could not be opened (${problem.message}). Reload the page to try again.`;
});
