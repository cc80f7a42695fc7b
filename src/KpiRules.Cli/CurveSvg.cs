// Draws a curve as SVG: axes with round numbers and units, a line with gaps, and the edges where another step is taken.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;
using KpiRules.Comparing;

namespace KpiRules.Cli;

internal sealed class CurveSvg(Policy policy, string language)
{
    private const int Width = 860;
    private const int Height = 480;
    private const int Left = 110;
    private const int Right = 46;
    private const int Top = 64;
    private const int Bottom = 76;
    private const int Ticks = 6;

    /// <summary>Between labels of edges, so that none lies upon another.</summary>
    private const double LabelWidth = 74;

    private readonly StringBuilder _text = new();
    private double _fromX;
    private double _toX;
    private double _fromY;
    private double _toY;

    public string Write(Curve curve)
    {
        Scale(curve);
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\">");
        Line($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        Text(Left, 26, "start", Title(curve), " font-size=\"16\"");
        WriteAxes(curve);
        WriteEdges(curve);
        foreach (var stretch in Stretches(curve.Points))
            WriteStretch(stretch);
        Line("</svg>");
        return _text.ToString();
    }

    private string Title(Curve curve) => $"{TitleOf(curve.Result.Name)} · {curve.Subject} · {curve.Period}";

    private string TitleOf(string result)
    {
        var title = policy.Incentives.FirstOrDefault(line => line.Name == result)?.Title
            ?? policy.Kpis.FirstOrDefault(kpi => kpi.Name == result)?.Title;
        return title?.In(language) is { } words && words != result ? $"{words} ({result})" : result;
    }

    private void Scale(Curve curve)
    {
        (_fromX, _toX) = ((double)curve.Points[0].At, (double)curve.Points[^1].At);
        var values = curve.Points.Select(point => point.Value).OfType<decimal>().Select(value => (double)value).Append(0).ToList();
        (_fromY, _toY) = (values.Min(), values.Max());
        if (_toY <= _fromY)
            _toY = _fromY + 1;
        // the uppermost line has a round number, and the curve room
        var step = Step(_fromY, _toY);
        (_fromY, _toY) = (Math.Floor(_fromY / step) * step, Math.Ceiling(_toY / step) * step);
    }

    private void WriteAxes(Curve curve)
    {
        foreach (var y in Round(_fromY, _toY))
        {
            Line($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(y)}\" y2=\"{Y(y)}\" stroke=\"{(y == 0 ? "#666" : "#e4e4e4")}\"/>");
            Text(Left - 8, Number(Y(y)) + 4, "end", Label(y, curve.Result.Unit));
        }

        foreach (var x in Round(_fromX, _toX))
        {
            Line($"<line x1=\"{X(x)}\" x2=\"{X(x)}\" y1=\"{Height - Bottom}\" y2=\"{Height - Bottom + 5}\" stroke=\"#666\"/>");
            Text(Number(X(x)), Height - Bottom + 20, "middle", Label(x, curve.Over.Unit));
        }

        Line($"<line x1=\"{Left}\" x2=\"{Left}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"#666\"/>");
        Line($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Height - Bottom}\" y2=\"{Height - Bottom}\" stroke=\"#666\"/>");
        Text((Left + Width - Right) / 2, Height - 18, "middle", Named(curve.Over.Name, curve.Over.Unit));
        Text(Left, Top - 18, "start", Named(curve.Result.Name, curve.Result.Unit));
    }

    /// <summary>Where another step is taken: a line from top to bottom, and the value of the fact where there is room.</summary>
    private void WriteEdges(Curve curve)
    {
        // the first label keeps clear of those of the axis
        var last = Left - LabelWidth / 2;
        foreach (var point in curve.Points.Where(point => point.IsEdge))
        {
            var x = X((double)point.At);
            Line($"<line x1=\"{x}\" x2=\"{x}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"#b0662a\" stroke-dasharray=\"3 4\"/>");
            if (Number(x) - last < LabelWidth)
                continue;
            last = Number(x);
            Text(last, Top - 4, "middle", ResultTable.Written(policy, point.At, curve.Over.Unit)!, " fill=\"#b0662a\" font-size=\"11\"");
        }
    }

    /// <summary>The points between gaps and jumps: a jump is no steep line.</summary>
    private List<List<CurvePoint>> Stretches(IReadOnlyList<CurvePoint> points)
    {
        var stretches = new List<List<CurvePoint>>();
        CurvePoint? before = null;
        foreach (var point in points)
        {
            if (point.Value is not null && (before?.Value is null || IsJump(before, point)))
                stretches.Add([]);
            if (point.Value is not null)
                stretches[^1].Add(point);
            before = point;
        }

        return stretches;
    }

    /// <summary>On one spot in the picture, but not at one height.</summary>
    private bool IsJump(CurvePoint before, CurvePoint point) => point.IsEdge
        && Math.Abs(Number(X((double)point.At)) - Number(X((double)before.At))) < 2
        && Math.Abs(Number(Y((double)point.Value!)) - Number(Y((double)before.Value!))) > 2;

    private void WriteStretch(List<CurvePoint> points)
    {
        var places = points.Select(point => $"{X((double)point.At)},{Y((double)point.Value!)}").ToList();
        if (places.Count > 1)
            Line($"<polyline fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"2\" points=\"{string.Join(" ", places)}\"/>");
        foreach (var place in new[] { places[0], places[^1] }.Distinct().Select(place => place.Split(',')))
            Line($"<circle cx=\"{place[0]}\" cy=\"{place[1]}\" r=\"3\" fill=\"#1f5fa8\"/>");
    }

    private string Named(string name, string? unit) => unit switch
    {
        null or "" => name,
        "money" when policy.Currency is { } currency => $"{name} ({currency})",
        "percent" => name + " (%)",
        _ => $"{name} ({unit})",
    };

    private static string Label(double value, string? unit) =>
        value.ToString(unit == "percent" ? "0.##%" : "#,##0.######", CultureInfo.InvariantCulture);

    private static IEnumerable<double> Round(double from, double to)
    {
        var step = Step(from, to);
        for (var i = Math.Ceiling(from / step - 1e-9); i * step <= to + step * 1e-9; i++)
            yield return i == 0 ? 0 : i * step;
    }

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    private static double Step(double from, double to)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10((to - from) / Ticks)));
        return power * new[] { 1, 2, 5, 10 }.First(times => (to - from) / (power * times) <= Ticks + 1e-9 || times == 10);
    }

    private string X(double value) => Shown(Left + (value - _fromX) / (_toX - _fromX) * (Width - Left - Right));

    private string Y(double value) => Shown(Height - Bottom - (value - _fromY) / (_toY - _fromY) * (Height - Top - Bottom));

    private static string Shown(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static double Number(string value) => double.Parse(value, CultureInfo.InvariantCulture);

    private void Text(double x, double y, string anchor, string words, string more = "") =>
        Line($"<text x=\"{Shown(x)}\" y=\"{Shown(y)}\" text-anchor=\"{anchor}\"{more}>{SecurityElement.Escape(words)}</text>");

    private void Line(string line) => _text.Append(line).Append('\n');
}
