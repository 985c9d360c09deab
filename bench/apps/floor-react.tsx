import { createRoot } from "react-dom/client";

createRoot(document.body).render(
  <div className="card">
    <p>Flight LH 400</p>
    <button type="button" onClick={() => console.log("check_in")}>
      Check in
    </button>
  </div>,
);
