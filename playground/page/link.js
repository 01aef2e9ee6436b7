"use strict";

// A link to this page may carry a question: behind "#", which browsers send to
// no server and to which no limit of length applies, or behind "?" as other
// playgrounds write it. It is shown in a tab, and never run by itself.
function readLink() {
  for (const part of [location.hash, location.search]) {
    const carried = new URLSearchParams(part.slice(1));
    if (carried.get("query")) {
      return { query: carried.get("query"), variables: carried.get("variables") ?? "" };
    }
  }
  return null;
}

// What was opened belongs to the reader now: without this, every reload would
// open the question once more beside what the reader made of it.
function forgetLink() {
  history.replaceState(null, "", location.pathname);
}

// Headers may hold secrets, and are left out.
function linkTo(query, variables) {
  const carried = new URLSearchParams({ query });
  if (variables.trim()) {
    carried.set("variables", variables);
  }
  return new URL(`#${carried}`, location.href.split(/[?#]/)[0]).href;
}

// The button in the toolbar. The link is also put into the address bar, for
// browsers keep the clipboard from pages that came over plain HTTP.
function CopyLink() {
  const { queryEditor, variableEditor } = GraphiQL.React.useEditorContext();
  const [said, say] = React.useState("");
  React.useEffect(() => {
    const silence = setTimeout(() => say(""), 4000);
    return () => clearTimeout(silence);
  }, [said]);

  const copy = async () => {
    const link = linkTo(queryEditor.getValue(), variableEditor.getValue());
    history.replaceState(null, "", link);
    try {
      await navigator.clipboard.writeText(link);
      say("The link to this question is copied.");
    } catch {
      say("The link to this question is in the address bar.");
    }
  };

  const e = React.createElement;
  return e(
    React.Fragment,
    null,
    e(
      GraphiQL.React.ToolbarButton,
      { label: "Copy a link to this question", onClick: copy },
      e(
        "svg",
        { className: "graphiql-toolbar-icon", viewBox: "0 0 24 24", fill: "none", stroke: "currentColor", strokeWidth: 1.5, "aria-hidden": true },
        e("path", { d: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7l-1.5 1.5M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7l1.5-1.5" }),
      ),
    ),
    e("span", { role: "status", className: "said" }, said),
  );
}
