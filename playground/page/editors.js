"use strict";

// What the panes of text lack for a reader without a mouse or without sight:
// names for their fields, and a Tab key that goes on instead of indenting, so
// that nobody is caught. Long lines are wrapped, for in a question they carry
// the explanations.
function Editors() {
  const { queryEditor, variableEditor, headerEditor, responseEditor } = GraphiQL.React.useEditorContext();
  useEditor(queryEditor, "Question");
  useEditor(variableEditor, "Variables");
  useEditor(headerEditor, "Headers");
  useEditor(responseEditor, "Answer");
  return null;
}

function useEditor(editor, name) {
  React.useEffect(() => {
    editor?.getInputField().setAttribute("aria-label", name);
    editor?.addKeyMap({ Tab: false, "Shift-Tab": false });
    editor?.setOption("lineWrapping", true);
  }, [editor, name]);
}
