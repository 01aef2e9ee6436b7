import type { CodegenConfig } from "@graphql-codegen/cli";

export default {
  schema: "schema.graphql",
  documents: "questions.ts",
  generates: {
    "generated/": {
      preset: "client",
      config: { useTypeImports: true, enumsAsTypes: true, scalars: { Date: "string", DateTime: "string", URL: "string" } },
    },
    "generated/possible-types.ts": { plugins: ["fragment-matcher"] },
  },
} satisfies CodegenConfig;
