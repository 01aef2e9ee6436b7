import { Environment, Network, RecordSource, Store } from "relay-runtime";
import { asked } from "../server";

export function newEnvironment() {
  return new Environment({
    network: Network.create(({ text }, variables) => asked(text ?? "", variables)),
    store: new Store(new RecordSource()),
  });
}
