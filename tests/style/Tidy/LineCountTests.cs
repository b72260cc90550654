using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Xunit;

namespace Cofferdam.Tests.Style.Tidy;

/// <summary>The reference monitor stays small enough to read in a sitting.</summary>
public sealed class LineCountTests
{
    private const int Limit = 2500;
    private const string Monitor = "src/tcb/Monitor";

    [Fact]
    [Trait("Requirement", "ISO-1")]
    public void The_reference_monitor_has_at_most_2500_lines() =>
        Assert.InRange(LineCounter.CountFolder(Monitor + "/").Written, 1, Limit);

    [Fact]
    public void The_script_counts_as_this_test_does()
    {
        var rows = Script().Where(cells => cells[0].StartsWith("src/")).ToList();
        Assert.Contains(rows, row => row[0] == Monitor);
        Assert.All(rows, row => Assert.Equal(LineCounter.CountFolder(row[0] + "/"), (Number(row[1]), Number(row[2]))));
    }

    [Fact]
    public void Only_blanks_and_comments_do_not_count() =>
        Assert.Equal(3, LineCounter.Count(["using System;", "", "  // no", "/* no", "no", "no */", "{ // yes", "/* no */", "}"]));

    private static IEnumerable<string[]> Script()
    {
        using var script = Process.Start(new ProcessStartInfo("bash", [Repository.Root + "eng/lines"]) { RedirectStandardOutput = true })!;
        var lines = script.StandardOutput.ReadToEnd().Split('\n');
        script.WaitForExit();
        return lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(cells => cells.Length == 3);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
