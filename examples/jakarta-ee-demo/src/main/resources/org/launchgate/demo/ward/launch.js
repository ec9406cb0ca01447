// Posts the launch at once. Not after "back", which would otherwise lead nowhere but here again.
const [visit] = performance.getEntriesByType("navigation");
if (!visit || visit.type !== "back_forward") {
  document.getElementById("launch").requestSubmit();
}
