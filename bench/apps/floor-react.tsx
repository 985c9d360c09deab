import { createRoot } from "react-dom/client";
import "../page/style.css";

createRoot(document.body).render(
  <div className="card">
    <div className="text">Flight LH 400</div>
    <button
      type="button"
      className="button"
      onClick={() => console.log("check_in")}
    >
      Check in
    </button>
  </div>,
);
