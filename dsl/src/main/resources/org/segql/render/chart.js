function segqlChart(Plotly, element, figure) {
  // Whether the reader's page is dark: JupyterLab and VS Code say so on the body, other pages by the system's preference.
  function dark() {
    var body = document.body;
    if (body.dataset.jpThemeLight) return body.dataset.jpThemeLight === "false";
    if (body.dataset.vscodeThemeKind) return body.dataset.vscodeThemeKind.indexOf("dark") >= 0;
    return window.matchMedia("(prefers-color-scheme: dark)").matches;
  }
  function coloured(value, theme) {
    if (typeof value === "string") {
      return value.charCodeAt(0) === 1 && figure.colours[value] ? figure.colours[value][theme] : value;
    }
    if (Array.isArray(value)) {
      return value.map(function (v) { return coloured(v, theme); });
    }
    if (value && typeof value === "object") {
      var copy = {};
      Object.keys(value).forEach(function (key) { copy[key] = coloured(value[key], theme); });
      return copy;
    }
    return value;
  }
  var config = { responsive: true, displaylogo: false, modeBarButtonsToRemove: ["lasso2d", "select2d", "toggleSpikelines"] };
  var shown = -1;
  function draw() {
    var theme = dark() ? 1 : 0;
    if (theme === shown) return;
    shown = theme;
    Plotly.react(element, coloured(figure.data, theme), coloured(figure.layout, theme), config);
  }
  draw();
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  new MutationObserver(draw).observe(document.body, { attributes: true });
}
