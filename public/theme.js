// Sets the chosen mode before the first paint; kept per phone by components/person-menu.
(function () {
  var mode = null;
  try {
    mode = localStorage.getItem("mode");
  } catch {
    // storage may be closed; the light mode is always right
  }
  if (!mode && window.matchMedia("(prefers-contrast: more)").matches) mode = "sunlight";
  document.documentElement.dataset.theme = mode || "light";
})();
