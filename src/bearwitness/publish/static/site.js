
"use strict";
(function () {
  var form = document.getElementById("filters");
  if (!form) return;
  var rows = Array.prototype.slice.call(document.querySelectorAll("#register tr"));
  var points = Array.prototype.slice.call(document.querySelectorAll(".point"));
  var shown = document.getElementById("shown");
  function value(name) { return form.elements[name].value.trim(); }
  function fits(row) {
    var d = row.dataset, text = value("text").toLowerCase();
    if (text && row.textContent.toLowerCase().indexOf(text) < 0) return false;
    if (value("country") && d.country !== value("country")) return false;
    if (value("grade") && d.grade !== value("grade")) return false;
    if (value("from") && (!d.date || d.date < value("from"))) return false;
    if (value("to") && (!d.date || d.date > value("to"))) return false;
    return !value("killed") || Number(d.killed) >= Number(value("killed"));
  }
  function apply() {
    var left = {}, count = 0;
    rows.forEach(function (row) {
      var fit = fits(row);
      row.hidden = !fit;
      if (fit) { left[row.id] = true; count += 1; }
    });
    points.forEach(function (point) {
      var any = point.dataset.ids.split(" ").some(function (id) { return left[id]; });
      point.toggleAttribute("hidden", !any);
    });
    shown.textContent = count === rows.length ? count + (count === 1 ? " incident" : " incidents")
      : count + " of " + rows.length + " incidents";
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
