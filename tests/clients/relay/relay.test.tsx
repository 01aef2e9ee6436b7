// @vitest-environment jsdom
import { Suspense } from "react";
import { createRoot } from "react-dom/client";
import { RelayEnvironmentProvider } from "react-relay";
import { expect, test, vi } from "vitest";
import { behindTheThird, expectAnswer, jnim, page, type Sight } from "../server";
import { Claims } from "./Claims";
import { newEnvironment } from "./environment";

const until = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition(), document.body.innerHTML).toBe(true), { timeout: 30_000 });

const button = (name: string) => [...document.querySelectorAll("button")].find((b) => b.textContent === name)!;

function seen(): Sight {
  const ids = [...document.querySelectorAll("li")].map((item) => item.id);
  return { ids, earlier: !button("earlier").disabled, later: !button("later").disabled };
}

async function turn(name: string) {
  const before = seen().ids.length;
  button(name).click();
  await until(() => seen().ids.length > before);
}

test("a pagination container turns pages both ways", async () => {
  const after = await behindTheThird();
  createRoot(document.body.appendChild(document.createElement("main"))).render(
    <RelayEnvironmentProvider environment={newEnvironment()}>
      <Suspense fallback="asking">
        <Claims actor={jnim} page={page} after={after} />
      </Suspense>
    </RelayEnvironmentProvider>,
  );
  await until(() => document.querySelector("h1")?.textContent === "JNIM");
  const sights = [seen()];
  await turn("later");
  sights.push(seen());
  await turn("earlier");
  sights.push(seen());
  await expectAnswer("pages", sights);
});
