// Fetches the schema as every tool here reads it: as text, from a running server.
import { writeFile } from "node:fs/promises";

const response = await fetch(`${process.env.CLAIMGRAPH_URL}/schema.graphql`);
if (!response.ok) {
  throw new Error(`${response.url} answered ${response.status}`);
}
await writeFile("schema.graphql", await response.text());
