// The page that `widget-renderer preview` serves.
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createFolder } from "../folder.js";
import "../../src/styles/index.css";
import { App, fileInAddress } from "./App.js";
import { httpFiles } from "./httpFiles.js";

const folder = createFolder(httpFiles(), fileInAddress());

createRoot(document.querySelector("#app")!).render(
  <StrictMode>
    <App folder={folder} />
  </StrictMode>,
);
