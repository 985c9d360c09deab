// `npm run --silent sbom > sbom.cdx.json`: what runs in an app that uses the library, as CycloneDX.
import { runtimeSbom } from "./runtimeSbom.mjs";

console.log(JSON.stringify(runtimeSbom(), undefined, 2));
