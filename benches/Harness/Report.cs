using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cofferdam.Bench.Harness;

/// <summary>Collects what a benchmark finds, and prints it: timings, figures, and as the last line all figures as JSON.</summary>
/// <param name="bench">Name of the benchmark.</param>
/// <param name="output">Where it is printed.</param>
internal sealed class Report(string bench, TextWriter output)
{
    // The encoder that leaves < and > as they are: the line goes to a terminal or a file, not into a web page.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly List<(string Title, TextTable Table)> _tables = [];
    private readonly OrderedDictionary<string, Figure> _figures = [];

    /// <summary>Says something while it runs.</summary>
    public void Say(string text) => output.WriteLine($"  {text}");

    /// <summary>Keeps the timings of one comparison for the table.</summary>
    /// <param name="title">What was compared.</param>
    /// <param name="timings">The timings; ratios are to the first.</param>
    public void Add(string title, IReadOnlyList<Timing> timings)
    {
        var table = new TextTable("", "median ns", "min ns", "ratio", "ratio of min");
        foreach (var timing in timings)
        {
            table.Add(
                timing.Name, Digits(timing.Median), Digits(timing.Min),
                Digits(timing.RatioTo(timings[0])), Digits(timing.Min / timings[0].Min));
        }
        Add(title, table);
    }

    /// <summary>Keeps a table.</summary>
    public void Add(string title, TextTable table) => _tables.Add((title, table));

    /// <summary>Keeps a figure.</summary>
    public void Add(string name, double value, string unit, Goal goal) =>
        _figures.Add(name, new Figure(Round(value), unit, goal.Text, goal.IsMet(Round(value))));

    /// <summary>Prints everything.</summary>
    public void Print()
    {
        foreach (var (title, table) in _tables)
        {
            output.WriteLine($"\n{title}");
            table.Print(output);
        }
        output.WriteLine("\nfigures");
        FigureTable().Print(output);
        output.WriteLine(JsonSerializer.Serialize(new Dictionary<string, object> { ["bench"] = bench, ["figures"] = _figures }, Json));
    }

    private TextTable FigureTable()
    {
        var table = new TextTable("", "value", "unit", "goal", "met");
        foreach (var (name, figure) in _figures)
            table.Add(name, Digits(figure.Value), figure.Unit, figure.Goal, figure.Met ? "yes" : "NO");
        return table;
    }

    /// <summary>Three significant digits.</summary>
    private static double Round(double value) =>
        double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Digits(double value) => Round(value).ToString("0.###", CultureInfo.InvariantCulture);
}
