import type { CodegenConfig } from "@graphql-codegen/cli";
import { addTypenameSelectionDocumentTransform } from "@graphql-codegen/client-preset";

export default {
  schema: "schema.graphql",
  documents: "questions.ts",
  generates: {
    "generated/": {
      preset: "client",
      presetConfig: { persistedDocuments: { hashAlgorithm: "sha256" } },
      documentTransforms: [addTypenameSelectionDocumentTransform],
      config: { useTypeImports: true, enumsAsTypes: true, scalars: { Date: "string", DateTime: "string", URL: "string" } },
    },
    "generated/possible-types.ts": { plugins: ["fragment-matcher"] },
  },
} satisfies CodegenConfig;
