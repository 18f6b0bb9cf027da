"use strict";
(function () {
  var form = document.getElementById("filters");
  if (!form) return;
  var shown = document.getElementById("shown");
  function value(name) { return form.elements[name].value.trim(); }
  function fits(d, words) {
    var text = value("text").toLowerCase();
    if (text && words().toLowerCase().indexOf(text) < 0) return false;
    if (value("country") && d.country !== value("country")) return false;
    if (value("grade") && d.grade !== value("grade")) return false;
    if (value("from") && (!d.date || d.date < value("from"))) return false;
    if (value("to") && (!d.date || d.date > value("to"))) return false;
    return !value("killed") || Number(d.killed) >= Number(value("killed"));
  }
  function tell(count, all) {
    shown.textContent = count === all ? count + (count === 1 ? " incident" : " incidents")
      : count + " of " + all + " incidents";
  }
  function listed() {
    var rows = Array.prototype.slice.call(document.querySelectorAll("#register tr"));
    var points = Array.prototype.slice.call(document.querySelectorAll(".point"));
    return function () {
      var left = {}, count = 0;
      rows.forEach(function (row) {
        var fit = fits(row.dataset, function () { return row.textContent; });
        row.hidden = !fit;
        if (fit) { left[row.id] = true; count += 1; }
      });
      points.forEach(function (point) {
        var any = point.dataset.ids.split(" ").some(function (id) { return left[id]; });
        point.toggleAttribute("hidden", !any);
      });
      tell(count, rows.length);
    };
  }
  function searched(data) {
    var body = document.getElementById("found"), more = document.getElementById("more");
    var step = 100, most = step, w = data.words;
    var all = data.rows.map(function (r) {
      return { id: "inc-" + r[0], days: r[1], date: /^\d/.test(r[1]) ? r[1].slice(0, 10) : "",
        kind: w[r[2]] || "Incident", place: w[r[3]], sides: w[r[4]], country: r[5], count: r[6],
        killed: r[7], grade: w[r[8]] };
    });
    function cell(row, text, name) {
      var made = row.insertCell();
      made.textContent = text;
      if (name) made.className = name;
      return made;
    }
    function apply() {
      var found = all.filter(function (d) {
        return fits(d, function () { return [d.days, d.kind, d.place, d.sides].join(" "); });
      });
      body.textContent = "";
      found.slice(0, most).forEach(function (d) {
        var row = body.insertRow(), link = document.createElement("a");
        cell(row, d.days, "date");
        link.href = "incidents/" + d.id + ".html";
        link.textContent = d.kind;
        row.insertCell().appendChild(link);
        cell(row, d.place); cell(row, d.sides); cell(row, d.count, "n"); cell(row, d.grade);
      });
      more.hidden = found.length <= most;
      tell(found.length, all.length);
    }
    more.addEventListener("click", function () { most += step; apply(); });
    form.addEventListener("input", function () { most = step; });
    apply();
    return apply;
  }
  var held = document.getElementById("rows");
  var apply = held ? searched(JSON.parse(held.textContent)) : listed();
  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
